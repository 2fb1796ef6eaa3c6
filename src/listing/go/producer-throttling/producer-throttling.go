// Package producerthrottling puts a token bucket and a gate in front of a topic: who offers too much
// is told so at once.
//
// Simplified: the bucket is golang.org/x/time/rate in whole nano-tokens, and the topic stands for a
// broker and its client.
package producerthrottling

// produce brings each message to the gate, one at a time.
func (s *ProducerThrottling) produce() {
	for {
		s.admitOrRefuse(<-s.world.Source) // parks: produce/2
	}
}

// admitOrRefuse appends the message if it may pass; else gives it up, or tries again later.
func (s *ProducerThrottling) admitOrRefuse(message Message) {
	for {
		reason := s.reasonAgainst()
		if reason == "" {
			s.topic.Append(message)
			return
		}
		if !s.settings.Retry {
			s.world.Lose(message, reason)
			return
		}
		s.waitToRetry()
	}
}

// reasonAgainst says why a message may not pass now, or nothing. The gate comes first: a shut one
// leaves the tokens alone.
func (s *ProducerThrottling) reasonAgainst() string {
	if s.lagCheck().interval == 0 {
		s.readLag()
	}
	if s.gate.HasFailed() {
		return "consumer lag unknown"
	}
	if !s.gate.IsOpen() {
		return "consumer lag too high"
	}
	if !s.bucket.TryConsume(s.world.Now(), 1) {
		return "rate limit exceeded"
	}
	return ""
}

// waitToRetry keeps the message in hand for a while.
func (s *ProducerThrottling) waitToRetry() {
	s.world.Sleep(s.settings.RetryAfter) // parks: waitToRetry/1
}

// refill is how many nano-tokens drip in during a time. Parts of a token are kept.
func (s *ProducerThrottling) refill(elapsed, rate int64) int64 {
	return elapsed * rate
}

// lagCheck says how often lag is read (0: at each attempt), what shuts the gate, and what opens it
// again.
func (s *ProducerThrottling) lagCheck() lagCheck {
	return lagCheck{s.settings.LagInterval, s.settings.LagLimits}
}

// watch reads the lag at the times 0, interval, 2 × interval, …
func (s *ProducerThrottling) watch() {
	for {
		s.world.Sleep(s.untilNextReading()) // parks: watch/1
		s.readLag()
	}
}

// readLag tells the gate how far the consumer is behind. That is what travels upstream.
func (s *ProducerThrottling) readLag() {
	s.gate.Read(s.topic.Lag(), s.settings.LagAvailable, s.lagCheck().limits)
}

// loop polls records and hands each to a worker that is free.
func (s *ProducerThrottling) loop() {
	for {
		for _, record := range s.poll() { // parks: loop/1
			s.desk <- record // parks: loop/2
		}
	}
}

// work works on one record after the other and commits it.
func (s *ProducerThrottling) work() {
	for {
		record := <-s.desk    // parks: work/1
		s.world.Serve(record) // parks: work/2
		s.topic.Commit(record)
	}
}
