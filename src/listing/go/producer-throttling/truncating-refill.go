//go:build truncating_refill

package producerthrottling

// Whole tokens only: what is less than one is thrown away at each look.
func (s *ProducerThrottling) refill(elapsed, rate int64) int64 {
	return elapsed * rate / second * second
}
