//go:build ignores_demand

package reactivestreams

import "pushback/listing/reactive"

// A publisher that sends whatever it has, asked for or not.
func (s *ReactiveStreams) publish(outlet *reactive.Outlet[Message]) {
	for {
		message := <-s.buffer // parks: publish/1
		outlet.Next(message)
	}
}
