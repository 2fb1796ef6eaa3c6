//go:build spawns_without_limit

package boundedconcurrency

// A task for each record at once: the semaphore is there, and nobody asks it.
func (s *BoundedConcurrency) loop() {
	for {
		for _, record := range s.poll() { // parks: loop/1
			s.start(record)
		}
	}
}

func (s *BoundedConcurrency) task(record Message) {
	worker := <-s.workers   // parks: task/1
	s.serve(worker, record) // parks: task/2
	s.topic.Commit(record)
}
