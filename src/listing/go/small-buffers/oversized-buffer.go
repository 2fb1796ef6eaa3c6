//go:build oversized_buffer

package smallbuffers

// A buffer that was made large once, to be on the safe side.
func (s *SmallBuffers) capacity() int {
	return 10_000
}
