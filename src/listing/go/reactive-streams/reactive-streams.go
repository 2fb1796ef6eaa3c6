// Package reactivestreams has a subscriber that says how many messages it can take, and a publisher
// that sends no more.
//
// Simplified: there is no link between them, so a signal takes no time.
package reactivestreams

import (
	"pushback/listing/primitives"
	"pushback/listing/reactive"
)

// produce puts each message into the publisher's buffer, as long as there is room; the last closes it.
func (s *ReactiveStreams) produce() {
	for message := range s.world.Source { // parks: produce/1
		switch s.settings.WhenFull {
		case "block":
			s.buffer <- message // parks: produce/2
		case "fail":
			s.putOrRefuse(message)
		default:
			s.putOrDrop(message)
		}
	}
	close(s.buffer)
	close(s.end)
}

// putOrRefuse tries until the buffer takes the message, or gives it up at the first refusal.
func (s *ReactiveStreams) putOrRefuse(message Message) {
	for !primitives.TrySend(s.buffer, message) {
		if !s.settings.Retry {
			s.world.Lose(message, "refused")
			return
		}
		s.world.Sleep(s.settings.RetryAfter) // parks: putOrRefuse/1
	}
}

// publish is the publisher: it delivers a message for each that was requested. The end needs no
// request.
func (s *ReactiveStreams) publish(outlet *reactive.Outlet[Message]) {
	defer outlet.Complete()
	for {
		select { // parks: publish/1
		case <-outlet.Demanded():
			message, ok := <-s.buffer // parks: publish/2
			if !ok {
				return
			}
			outlet.Next(message)
		case <-s.ended():
			// The last messages may have come just before the end did.
			if len(s.buffer) == 0 {
				return
			}
		case <-outlet.Over():
			return
		}
	}
}

// OnSubscribe is the subscriber: it asks at first for as many messages as it can hold.
func (s *ReactiveStreams) OnSubscribe(subscription reactive.Subscription) {
	if s.subscription != nil {
		subscription.Cancel()
		return
	}
	s.subscription = subscription
	subscription.Request(s.settings.Window)
}

// OnNext puts the message where a worker finds it, and returns at once.
func (s *ReactiveStreams) OnNext(message Message) {
	s.inbox.Send(message)
}

// afterProcessed asks for as many more once a batch is processed.
func (s *ReactiveStreams) afterProcessed() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.processed++
	if s.processed < s.settings.Batch {
		return
	}
	s.processed = 0
	s.subscription.Request(s.settings.Batch)
}

// OnComplete has nothing to do: nothing more will come, and the workers finish what is in the inbox.
func (s *ReactiveStreams) OnComplete() {}

// OnError has nothing to do: the stream has failed, and this goes on with what it has.
func (s *ReactiveStreams) OnError(error) {}

// work takes one message after the other from the inbox and works on it.
func (s *ReactiveStreams) work() {
	for {
		message := s.inbox.Receive() // parks: work/1
		s.world.Serve(message)       // parks: work/2
		s.afterProcessed()
	}
}
