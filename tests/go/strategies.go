package main

import "time"

func noBackpressurePrograms() []strategyTrace {
	return []strategyTrace{
		program("nothing waits but workers, until memory is full", time.Second,
			scenario{Strategy: "no-backpressure", Consumer: consumer{2}, Memory: &memory{5}},
			func(l *strategyLab) {
				l.wait()
				l.offer(1)
				l.offer(3)
				l.finish(0)
				l.finish(1)
				l.finish(2)
				l.offer(1)
				l.offer(2)
				l.offer(1)
			}),
	}
}

func smallBuffersPrograms() []strategyTrace {
	return []strategyTrace{
		program("a full channel makes the producer wait", time.Second, withBuffer(2, 2, "block"),
			func(l *strategyLab) {
				l.wait()
				l.offer(1)
				l.offer(1)
				l.offer(2)
				l.offer(1)
				l.offer(2)
				for _, message := range []int{1, 0, 2, 3, 5, 4, 6} {
					l.finish(message)
				}
			}),
		program("without a buffer each message waits for its worker", time.Second, withBuffer(1, 0, "block"),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(1)
				l.offer(1)
				for _, message := range []int{0, 1, 2} {
					l.finish(message)
				}
			}),
		program("drop-newest drops the message in hand", time.Second, withBuffer(1, 2, "drop-newest"), overflow),
		program("drop-oldest drops the one that has waited longest", time.Second, withBuffer(1, 2, "drop-oldest"), overflow),
		program("drop-oldest without a buffer drops the message in hand", time.Second, withBuffer(1, 0, "drop-oldest"), overflow),
		program("fail gives a message up that finds no room", time.Second, withBuffer(1, 2, "fail"), overflow),
		program("fail and retry keeps the message in hand", time.Second, withRetry(withBuffer(1, 1, "fail"), 0.375),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(2)
				l.wait()
				l.finish(0)
				l.wait()
				l.finish(1)
				l.finish(2)
			}),
	}
}

// overflow fills a buffer of 2 and offers more.
func overflow(l *strategyLab) {
	l.offer(1)
	l.offer(2)
	l.offer(1)
	l.offer(1)
	l.finish(0)
	l.offer(1)
}

func boundedConcurrencyPrograms() []strategyTrace {
	return []strategyTrace{
		program("no task without a permit, and no poll while the loop waits for one", time.Second,
			withPermits(3, 2, 2),
			func(l *strategyLab) {
				l.wait()
				l.offer(1)
				l.offer(1)
				l.offer(1)
				l.offer(1)
				l.offer(3)
				for _, message := range []int{1, 0, 3, 2, 4, 6, 5} {
					l.finish(message)
				}
			}),
		program("more workers than permits stay idle", time.Second, withPermits(1, 3, 500),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(1)
				l.offer(1)
				for _, message := range []int{0, 1, 2} {
					l.finish(message)
				}
			}),
	}
}

func reactiveStreamsPrograms() []strategyTrace {
	return []strategyTrace{
		program("a window of 4, and then a batch of 2 at a time", time.Second, withDemand(2, demand{4, 2}, buffer{3, "block"}),
			func(l *strategyLab) {
				l.wait()
				l.offer(1)
				l.offer(1)
				l.offer(2)
				l.offer(3)
				l.offer(1)
				l.offer(2)
				for _, message := range []int{0, 1, 3, 2, 4, 5, 6, 8, 7, 9} {
					l.finish(message)
				}
			}),
		program("request(1) after each message", time.Second, withDemand(1, demand{1, 1}, buffer{1, "block"}),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(3)
				l.finishFirst(4)
			}),
		program("a publisher without a buffer holds the producer back", time.Second, withDemand(1, demand{2, 1}, buffer{0, "block"}),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(1)
				l.offer(1)
				l.offer(1)
				l.finishFirst(4)
			}),
		program("the stream ends with the source, although nobody asks any more", time.Second, withDemand(2, demand{2, 2}, buffer{3, "block"}),
			func(l *strategyLab) {
				l.offerLast(2)
				l.finishFirst(2)
			}),
		program("the stream ends with the source, after what is in the buffer", time.Second, withDemand(1, demand{2, 2}, buffer{3, "block"}),
			func(l *strategyLab) {
				l.offer(2)
				l.offerLast(1)
				l.finishFirst(3)
			}),
		program("the stream ends with the source at once, while there is demand", time.Second, withDemand(1, demand{4, 2}, buffer{0, "block"}),
			func(l *strategyLab) {
				l.offer(1)
				l.offerLast(2)
				l.finishFirst(3)
			}),
		program("a publisher that is full drops the newest", time.Second, withDemand(1, demand{1, 1}, buffer{2, "drop-newest"}), overflow),
		program("a publisher that is full drops the oldest", time.Second, withDemand(1, demand{1, 1}, buffer{2, "drop-oldest"}), overflow),
		program("a publisher that is full refuses", time.Second, withDemand(1, demand{1, 1}, buffer{2, "fail"}), overflow),
		program("a publisher that is full refuses, and the producer tries again", time.Second,
			withRetry(withDemand(1, demand{1, 1}, buffer{1, "fail"}), 0.375),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(2)
				l.wait()
				l.finish(0)
				l.wait()
				l.finish(1)
			}),
	}
}

func producerThrottlingPrograms() []strategyTrace {
	open := lag{Limit: 100, Resume: 100, Available: true}
	return []strategyTrace{
		program("a bucket admits its capacity and then its rate", time.Second,
			withBucket(2, bucket{2, 1, 2}, open),
			func(l *strategyLab) {
				l.offer(3)
				l.offer(2)
				l.wait()
				l.offer(2)
				l.finish(0)
			}),
		program("a refused message is tried again until there is a token", time.Second,
			withRetry(withBucket(3, bucket{1, 1, 1}, open), 0.375),
			func(l *strategyLab) {
				l.offer(3)
				l.wait()
				l.wait()
				l.wait()
			}),
		program("a gate shuts above the limit and opens at the lower one", time.Second,
			withBucket(1, bucket{100, 100, 100}, lag{Limit: 2, Resume: 1, Available: true}),
			func(l *strategyLab) {
				l.offer(3)
				l.offer(1)
				l.finish(0)
				l.offer(1)
				l.finish(1)
				l.offer(1)
				l.finish(2)
				l.finish(5)
			}),
		program("a gate knows only what was read last", time.Second,
			withBucket(1, bucket{100, 100, 100}, lag{Limit: 2, Resume: 2, Interval: 2.5, Available: true}),
			func(l *strategyLab) {
				l.offer(2)
				l.offer(2)
				l.offer(1)
				l.offer(1)
				l.finish(0)
				l.finish(1)
				l.finish(2)
				l.offer(1)
			}),
		program("a shut gate leaves the tokens alone", time.Second,
			withBucket(1, bucket{2, 0, 2}, lag{Limit: 0, Resume: 0, Available: true}),
			func(l *strategyLab) {
				l.offer(1)
				l.offer(2)
				l.finish(0)
				l.offer(1)
				l.finish(3)
				l.offer(1)
			}),
		program("a reading that fails shuts the gate", time.Second,
			withBucket(1, bucket{100, 100, 100}, lag{Limit: 2, Resume: 2, Available: false}),
			func(l *strategyLab) {
				l.offer(2)
			}),
	}
}

func withBuffer(workers, capacity int, whenFull string) scenario {
	return scenario{Strategy: "small-buffers", Consumer: consumer{workers}, Buffer: &buffer{capacity, whenFull}}
}

func withDemand(workers int, demand demand, buffer buffer) scenario {
	return scenario{Strategy: "reactive-streams", Consumer: consumer{workers}, Demand: &demand, Buffer: &buffer}
}

func withPermits(permits, workers, maxRecords int) scenario {
	return scenario{
		Strategy:  "bounded-concurrency",
		Consumer:  consumer{workers},
		Semaphore: &semaphore{permits},
		Poll:      &poll{maxRecords},
	}
}

func withBucket(workers int, bucket bucket, lag lag) scenario {
	return scenario{
		Strategy: "producer-throttling",
		Consumer: consumer{workers},
		Bucket:   &bucket,
		Lag:      &lag,
		Poll:     &poll{500},
	}
}

func withRetry(scenario scenario, after float64) scenario {
	scenario.Refused = &refused{"retry", after}
	return scenario
}
