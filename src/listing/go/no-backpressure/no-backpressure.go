// Package nobackpressure has an unbounded queue between producer and workers. Nothing ever waits,
// nothing travels upstream.
//
// Simplified: a goroutine cannot be killed from outside, so a worker that is busy when memory runs
// out goes on to the end of its message.
package nobackpressure

import (
	"sync/atomic"

	"pushback/listing/primitives"
	"pushback/listing/world"
)

// Message is the number of a message.
type Message = world.Message

// NoBackpressure is the strategy in a world.
type NoBackpressure struct {
	world world.World
	// Limit is how many messages fit into memory; 0 for no limit.
	limit  int64
	memory *primitives.Queue[Message]
	// Messages in hand, in the queue and in service.
	held   atomic.Int64
	isDead atomic.Bool
}

// Start starts the strategy's goroutines.
func Start(world world.World, limit int64) *NoBackpressure {
	s := &NoBackpressure{world: world, limit: limit}
	s.memory = primitives.NewQueue[Message]()
	go s.produce()
	for worker := 0; worker < world.Workers; worker++ {
		go s.work()
	}
	return s
}

// produce puts each message into memory.
func (s *NoBackpressure) produce() {
	for {
		message := <-s.world.Source // parks: produce/1
		s.held.Add(1)
		if s.isDead.Load() {
			s.loseAtTheDoor(message)
		} else if s.isOutOfMemory() {
			s.die(message)
		} else {
			s.memory.Send(message)
		}
	}
}

// work takes one message after the other and works on it.
func (s *NoBackpressure) work() {
	for {
		message := s.memory.Receive() // parks: work/1
		s.world.Serve(message)        // parks: work/2
		s.held.Add(-1)
	}
}

// isOutOfMemory says whether the message in hand, with all that is queued and in service, reaches
// the limit.
func (s *NoBackpressure) isOutOfMemory() bool {
	return s.limit > 0 && s.held.Load() >= s.limit
}

// die is what the last straw does: the process is killed and loses everything it held.
func (s *NoBackpressure) die(last Message) {
	s.isDead.Store(true)
	for _, message := range append(s.memory.Drain(), last) {
		s.world.Lose(message, "lost")
	}
}

// loseAtTheDoor is for a message that nobody is there any more to take.
func (s *NoBackpressure) loseAtTheDoor(message Message) {
	s.world.Lose(message, "lost")
}
