package boundedconcurrency

import (
	"time"

	"pushback/listing/primitives"
	"pushback/listing/world"
)

// Message is the number of a message.
type Message = world.Message

// Settings are the strategy's knobs.
type Settings struct {
	Permits      int
	MaxRecords   int
	PollInterval time.Duration
}

// BoundedConcurrency is the strategy in a world.
type BoundedConcurrency struct {
	world    world.World
	settings Settings
	topic    *primitives.Topic[Message]
	// Holds something for each permit that is given out.
	permits chan struct{}
	// Holds the workers that are free.
	workers chan worker
}

// worker is the number of a worker, from 0 up.
type worker int

// Start starts the strategy's goroutines.
func Start(world world.World, settings Settings) *BoundedConcurrency {
	s := &BoundedConcurrency{
		world:    world,
		settings: settings,
		topic:    primitives.NewTopic[Message](),
		permits:  make(chan struct{}, settings.Permits),
		workers:  make(chan worker, world.Workers),
	}
	for number := 0; number < world.Workers; number++ {
		s.workers <- worker(number)
	}
	go s.produce()
	go s.loop()
	return s
}

// PermitsHeld is how many permits are given out.
func (s *BoundedConcurrency) PermitsHeld() int {
	return len(s.permits)
}

// Lag is how many records are appended and not yet committed.
func (s *BoundedConcurrency) Lag() int {
	return s.topic.Lag()
}

// poll takes records out of the topic: at once if there are any, else as soon as one is appended.
func (s *BoundedConcurrency) poll() []Message {
	return s.topic.Poll(s.settings.MaxRecords, s.settings.PollInterval)
}

// start lets a task begin that has a permit.
func (s *BoundedConcurrency) start(record Message) {
	go s.task(record)
}

// serve lets a worker work on a record; then it is free again.
func (s *BoundedConcurrency) serve(worker worker, record Message) {
	defer func() { s.workers <- worker }()
	s.world.Serve(record)
}

// release gives the permit of a task back, for whoever waits. That is what travels upstream.
func (s *BoundedConcurrency) release() {
	<-s.permits
}
