package reactivestreams

import (
	"sync"
	"time"

	"pushback/listing/primitives"
	"pushback/listing/reactive"
	"pushback/listing/world"
)

// Message is the number of a message.
type Message = world.Message

// Settings are the strategy's knobs.
type Settings struct {
	Window, Batch int64
	Capacity      int
	WhenFull      string // block, drop-newest, drop-oldest or fail
	Retry         bool   // after a refusal
	RetryAfter    time.Duration
}

// ReactiveStreams is the strategy in a world. It is publisher and subscriber in one.
type ReactiveStreams struct {
	world    world.World
	settings Settings
	// What the publisher holds.
	buffer chan Message
	// Closed after the buffer is.
	end chan struct{}
	// What the subscriber holds and no worker has taken.
	inbox        *primitives.Queue[Message]
	outlet       *reactive.Outlet[Message]
	subscription reactive.Subscription
	// Guards what the workers share.
	mutex sync.Mutex
	// Processed since the subscriber last asked for more.
	processed int64
}

// Start starts the strategy's goroutines.
func Start(world world.World, settings Settings) *ReactiveStreams {
	s := &ReactiveStreams{
		world:    world,
		settings: settings,
		buffer:   make(chan Message, settings.Capacity),
		end:      make(chan struct{}),
		inbox:    primitives.NewQueue[Message](),
	}
	s.Subscribe(s)
	go s.produce()
	for worker := 0; worker < world.Workers; worker++ {
		go s.work()
	}
	return s
}

// Subscribe is the publisher. It has one subscriber for life.
func (s *ReactiveStreams) Subscribe(subscriber reactive.Subscriber[Message]) {
	s.outlet = reactive.NewOutlet(subscriber)
	go s.publish(s.outlet)
}

// Demand is how many messages are requested and not yet delivered.
func (s *ReactiveStreams) Demand() int64 {
	return s.outlet.Demand()
}

// ended is ready once nothing more comes. While the buffer holds messages it is nil, which never is:
// they need demand.
func (s *ReactiveStreams) ended() <-chan struct{} {
	if len(s.buffer) > 0 {
		return nil
	}
	return s.end
}

// putOrDrop puts a message into the buffer, at the cost of a message if it is full.
func (s *ReactiveStreams) putOrDrop(message Message) {
	if s.settings.WhenFull == "drop-oldest" {
		if evicted, ok := primitives.SendEvicting(s.buffer, message); ok {
			s.world.Lose(evicted, "dropped")
		}
	} else if !primitives.TrySend(s.buffer, message) {
		s.world.Lose(message, "dropped")
	}
}
