//go:build forgets_request

package reactivestreams

// A subscriber that asks for its first messages, and does not think of the ones after them.
func (s *ReactiveStreams) afterProcessed() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.processed++
}
