package producerthrottling

import (
	"time"

	"pushback/listing/primitives"
	"pushback/listing/world"
)

// Message is the number of a message.
type Message = world.Message

// Settings are the strategy's knobs. Capacity and Initial are in tokens, Rate in tokens per second.
type Settings struct {
	Capacity, Rate, Initial int64
	LagInterval             time.Duration // 0: lag is read at each attempt
	LagLimits               primitives.LagLimits
	LagAvailable            bool
	MaxRecords              int
	PollInterval            time.Duration
	Retry                   bool // after a refusal
	RetryAfter              time.Duration
}

// ProducerThrottling is the strategy in a world.
type ProducerThrottling struct {
	world    world.World
	settings Settings
	bucket   *primitives.TokenBucket
	gate     primitives.LagGate
	topic    *primitives.Topic[Message]
	// Where the loop hands polled records to workers, one by one.
	desk      chan Message
	readingAt time.Duration
}

// second is a second in nanoseconds, and a token in nano-tokens.
const second = int64(time.Second)

// lagCheck is how lag is looked after.
type lagCheck struct {
	interval time.Duration
	limits   primitives.LagLimits
}

// Start starts the strategy's goroutines.
func Start(world world.World, settings Settings) *ProducerThrottling {
	s := &ProducerThrottling{
		world:     world,
		settings:  settings,
		topic:     primitives.NewTopic[Message](),
		desk:      make(chan Message),
		readingAt: -1,
	}
	s.bucket = primitives.NewTokenBucket(settings.Capacity, settings.Rate, settings.Initial, s.refill)
	go s.produce()
	if s.lagCheck().interval > 0 {
		go s.watch()
	}
	go s.loop()
	for worker := 0; worker < world.Workers; worker++ {
		go s.work()
	}
	return s
}

// Lag is how many records are appended and not yet committed.
func (s *ProducerThrottling) Lag() int {
	return s.topic.Lag()
}

// poll takes records out of the topic: at once if there are any, else as soon as one is appended.
func (s *ProducerThrottling) poll() []Message {
	return s.topic.Poll(s.settings.MaxRecords, s.settings.PollInterval)
}

// untilNextReading is how long it is to the next whole multiple of the interval that has not had its
// reading.
func (s *ProducerThrottling) untilNextReading() time.Duration {
	now, interval := s.world.Now(), s.lagCheck().interval
	past := now % interval
	if past == 0 && s.readingAt != now {
		s.readingAt = now
	} else {
		s.readingAt = now - past + interval
	}
	return s.readingAt - now
}
