//go:build stale_lag

package producerthrottling

import (
	"time"

	"pushback/listing/primitives"
)

// Lag is read twice a minute, and the gate opens as soon as it is back at the limit.
func (s *ProducerThrottling) lagCheck() lagCheck {
	limit := s.settings.LagLimits.Limit
	return lagCheck{30 * time.Second, primitives.LagLimits{Limit: limit, Resume: limit}}
}
