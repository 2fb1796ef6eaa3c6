// Package smallbuffers has a channel with few slots between producer and workers.
//
// Simplified: a channel keeps the capacity that it was made with, and workers never leave.
package smallbuffers

import (
	"time"

	"pushback/listing/primitives"
	"pushback/listing/world"
)

// Message is the number of a message.
type Message = world.Message

// Settings are the strategy's knobs.
type Settings struct {
	Capacity   int
	WhenFull   string // block, drop-newest, drop-oldest or fail
	Retry      bool   // after a refusal
	RetryAfter time.Duration
}

// SmallBuffers is the strategy in a world.
type SmallBuffers struct {
	world    world.World
	settings Settings
	channel  chan Message
}

// Start starts the strategy's goroutines.
func Start(world world.World, settings Settings) *SmallBuffers {
	s := &SmallBuffers{world: world, settings: settings}
	s.channel = make(chan Message, s.capacity())
	go s.produce()
	for worker := 0; worker < world.Workers; worker++ {
		go s.work()
	}
	return s
}

// capacity is how many messages fit between producer and workers.
func (s *SmallBuffers) capacity() int {
	return s.settings.Capacity
}

// produce sends each message into the channel. A full channel makes the send wait: that is the
// signal.
func (s *SmallBuffers) produce() {
	for {
		message := <-s.world.Source // parks: produce/1
		switch s.settings.WhenFull {
		case "block":
			s.channel <- message // parks: produce/2
		case "drop-newest":
			if !primitives.TrySend(s.channel, message) {
				s.world.Lose(message, "dropped")
			}
		case "drop-oldest":
			if evicted, ok := primitives.SendEvicting(s.channel, message); ok {
				s.world.Lose(evicted, "dropped")
			}
		case "fail":
			s.sendOrRefuse(message)
		}
	}
}

// sendOrRefuse tries until the channel takes the message, or gives it up at the first refusal.
func (s *SmallBuffers) sendOrRefuse(message Message) {
	for !primitives.TrySend(s.channel, message) {
		if !s.settings.Retry {
			s.world.Lose(message, "refused")
			return
		}
		s.world.Sleep(s.settings.RetryAfter) // parks: sendOrRefuse/1
	}
}

// work takes one message after the other and works on it.
func (s *SmallBuffers) work() {
	for {
		message := <-s.channel // parks: work/1
		s.world.Serve(message) // parks: work/2
	}
}
