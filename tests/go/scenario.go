package main

import (
	"time"

	"pushback/listing/bounded-concurrency"
	"pushback/listing/no-backpressure"
	"pushback/listing/primitives"
	"pushback/listing/producer-throttling"
	"pushback/listing/reactive"
	"pushback/listing/reactive-streams"
	"pushback/listing/small-buffers"
)

// scenario is what a strategy is started with, as the simulation reads it: times in seconds.
type scenario struct {
	Strategy  string     `json:"strategy"`
	Mistakes  []string   `json:"mistakes,omitempty"`
	Consumer  consumer   `json:"consumer"`
	Memory    *memory    `json:"memory,omitempty"`
	Semaphore *semaphore `json:"semaphore,omitempty"`
	Poll      *poll      `json:"poll,omitempty"`
	Buffer    *buffer    `json:"buffer,omitempty"`
	Demand    *demand    `json:"demand,omitempty"`
	Bucket    *bucket    `json:"bucket,omitempty"`
	Lag       *lag       `json:"lag,omitempty"`
	Refused   *refused   `json:"refused,omitempty"`
}

type consumer struct {
	Workers int `json:"workers"`
}

type memory struct {
	Limit int64 `json:"limit"`
}

type semaphore struct {
	Permits int `json:"permits"`
}

type poll struct {
	MaxRecords int `json:"maxRecords"`
}

type buffer struct {
	Capacity int    `json:"capacity"`
	WhenFull string `json:"whenFull"`
}

type demand struct {
	Window int64 `json:"window"`
	Batch  int64 `json:"batch"`
}

type bucket struct {
	Capacity int64 `json:"capacity"`
	Rate     int64 `json:"rate"`
	Initial  int64 `json:"initial"`
}

type lag struct {
	Limit     int     `json:"limit"`
	Resume    int     `json:"resume"`
	Interval  float64 `json:"interval"`
	Available bool    `json:"available"`
}

type refused struct {
	Then  string  `json:"then"`
	After float64 `json:"after"`
}

// An empty poll would come back after this long; no program lasts so long.
const pollInterval = time.Hour

// program starts a strategy in a new world, lets the steps happen and returns what was recorded.
func program(name string, interval time.Duration, scenario scenario, steps func(*strategyLab)) strategyTrace {
	lab := newStrategyLab(name, interval, scenario)
	start(lab, scenario)
	steps(lab)
	return lab.trace
}

func start(lab *strategyLab, scenario scenario) {
	switch scenario.Strategy {
	case "no-backpressure":
		nobackpressure.Start(lab.world(), scenario.Memory.Limit)
	case "small-buffers":
		settings := smallbuffers.Settings{Capacity: scenario.Buffer.Capacity, WhenFull: scenario.Buffer.WhenFull}
		settings.Retry, settings.RetryAfter = retry(scenario)
		smallbuffers.Start(lab.world(), settings)
	case "bounded-concurrency":
		strategy := boundedconcurrency.Start(lab.world(), boundedconcurrency.Settings{
			Permits:      scenario.Semaphore.Permits,
			MaxRecords:   scenario.Poll.MaxRecords,
			PollInterval: pollInterval,
		})
		lab.counts["permits held"] = strategy.PermitsHeld
		lab.counts["lag"] = strategy.Lag
	case "reactive-streams":
		settings := reactivestreams.Settings{
			Window:   scenario.Demand.Window,
			Batch:    scenario.Demand.Batch,
			Capacity: scenario.Buffer.Capacity,
			WhenFull: scenario.Buffer.WhenFull,
		}
		settings.Retry, settings.RetryAfter = retry(scenario)
		strategy := reactivestreams.Start(lab.world(), settings)
		lab.counts["demand"] = func() int { return countOf(strategy.Demand()) }
	case "producer-throttling":
		settings := producerthrottling.Settings{
			Capacity:     scenario.Bucket.Capacity,
			Rate:         scenario.Bucket.Rate,
			Initial:      scenario.Bucket.Initial,
			LagInterval:  seconds(scenario.Lag.Interval),
			LagLimits:    primitives.LagLimits{Limit: scenario.Lag.Limit, Resume: scenario.Lag.Resume},
			LagAvailable: scenario.Lag.Available,
			MaxRecords:   scenario.Poll.MaxRecords,
			PollInterval: pollInterval,
		}
		settings.Retry, settings.RetryAfter = retry(scenario)
		strategy := producerthrottling.Start(lab.world(), settings)
		lab.counts["lag"] = strategy.Lag
	default:
		panic("there is no listing of " + scenario.Strategy)
	}
}

// unbounded is how a trace writes a demand without bound.
const unbounded = -1

func countOf(demand int64) int {
	if demand == reactive.Unbounded {
		return unbounded
	}
	return int(demand)
}

// retry is whether a refused message is tried again, and after how long.
func retry(scenario scenario) (bool, time.Duration) {
	if scenario.Refused == nil {
		return false, 0
	}
	return scenario.Refused.Then == "retry", seconds(scenario.Refused.After)
}

func seconds(value float64) time.Duration {
	return time.Duration(value * float64(time.Second))
}
