// Package boundedconcurrency starts a task for each record, as long as there are permits. What has
// none waits in the topic.
//
// Simplified: a buffered channel is the semaphore, so each task takes one permit; in practice this is
// golang.org/x/sync/semaphore, which can take several. The topic stands for a broker and its client.
package boundedconcurrency

// produce appends each message to the topic. A topic takes everything and tells nobody.
func (s *BoundedConcurrency) produce() {
	for {
		s.topic.Append(<-s.world.Source) // parks: produce/1
	}
}

// loop polls records and starts a task for each. Without a permit it waits, and polls no more.
func (s *BoundedConcurrency) loop() {
	for {
		for _, record := range s.poll() { // parks: loop/1
			s.permits <- struct{}{} // parks: loop/2
			s.start(record)
		}
	}
}

// task works on a record as soon as a worker is free, and gives the permit back whatever happens.
func (s *BoundedConcurrency) task(record Message) {
	defer s.release()
	worker := <-s.workers   // parks: task/1
	s.serve(worker, record) // parks: task/2
	s.topic.Commit(record)
}
