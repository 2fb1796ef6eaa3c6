//go:build leaks_permits

package boundedconcurrency

// A path on which the permit is not given back: here each hundredth task takes it.
func (s *BoundedConcurrency) task(record Message) {
	worker := <-s.workers   // parks: task/1
	s.serve(worker, record) // parks: task/2
	s.topic.Commit(record)
	if record%100 == 99 {
		return
	}
	s.release()
}
