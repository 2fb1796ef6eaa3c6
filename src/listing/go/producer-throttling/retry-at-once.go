//go:build retry_at_once

package producerthrottling

import "time"

// A refused message is tried again every millisecond, however long that goes on.
func (s *ProducerThrottling) admitOrRefuse(message Message) {
	for {
		reason := s.reasonAgainst()
		if reason == "" {
			s.topic.Append(message)
			return
		}
		s.world.Sleep(time.Millisecond) // parks: admitOrRefuse/1
	}
}
