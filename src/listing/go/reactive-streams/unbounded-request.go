//go:build unbounded_request

package reactivestreams

import "pushback/listing/reactive"

// A subscriber that asks once, for everything there will ever be.
func (s *ReactiveStreams) OnSubscribe(subscription reactive.Subscription) {
	if s.subscription != nil {
		subscription.Cancel()
		return
	}
	s.subscription = subscription
	subscription.Request(reactive.Unbounded)
}

func (s *ReactiveStreams) afterProcessed() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.processed++
}
