//go:build ignores_demand

package reactivestreams

import "pushback/listing/reactive"

// A publisher that sends whatever it has, asked for or not.
func (s *ReactiveStreams) publish(outlet *reactive.Outlet[Message]) {
	for {
		message, ok := <-s.buffer // parks: publish/1
		if !ok {
			outlet.Complete()
			return
		}
		outlet.Next(message)
	}
}
