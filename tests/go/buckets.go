package main

import (
	"sync"
	"sync/atomic"
	"time"

	"pushback/listing/primitives"
)

// look is one attempt at a bucket: when, for how many tokens, and what came of it. Before is the level
// that was found, in nano-tokens.
type look struct {
	At       time.Duration `json:"at"`
	Tokens   int64         `json:"tokens"`
	Before   int64         `json:"before"`
	Consumed bool          `json:"consumed"`
}

type bucketTrace struct {
	Name     string `json:"name"`
	Capacity int64  `json:"capacity"`
	Rate     int64  `json:"rate"`
	Steps    []look `json:"steps"`
}

// countTrace is a bucket that is full at first and that is looked at again and again.
type countTrace struct {
	Capacity int64         `json:"capacity"`
	Rate     int64         `json:"rate"`
	Every    time.Duration `json:"every"`
	Looks    int           `json:"looks"`
	Admitted int           `json:"admitted"`
}

// attempt is a time in tenths of a second, and a number of tokens.
type attempt struct {
	tenths time.Duration
	tokens int64
}

func bucketProgram(name string, capacity, rate int64, attempts []attempt) bucketTrace {
	bucket := primitives.NewTokenBucket(capacity, rate, capacity, primitives.Steadily)
	trace := bucketTrace{Name: name, Capacity: capacity, Rate: rate}
	for _, attempt := range attempts {
		at := attempt.tenths * 100 * time.Millisecond
		before := bucket.Level(at)
		consumed := bucket.TryConsume(at, attempt.tokens)
		trace.Steps = append(trace.Steps, look{at, attempt.tokens, before, consumed})
	}
	return trace
}

// bucketPrograms have the times and numbers of the tests of golang.org/x/time/rate. (The one in which
// the clock goes back is left out: here it never does.)
func bucketPrograms() []bucketTrace {
	return []bucketTrace{
		bucketProgram("a burst of 1", 1, 10, []attempt{
			{0, 1}, {0, 1}, {0, 1}, {1, 1}, {1, 1}, {1, 1}, {2, 2}, {2, 1}, {2, 1},
		}),
		bucketProgram("a burst of 3", 3, 10, []attempt{
			{0, 2}, {0, 2}, {0, 1}, {0, 1}, {1, 4}, {2, 1}, {3, 1}, {4, 1}, {4, 1}, {4, 1}, {4, 1}, {9, 3}, {9, 0},
		}),
		bucketProgram("a rate of 0 leaves only the first tokens", 2, 0, []attempt{
			{0, 1}, {10, 1}, {36000, 1},
		}),
	}
}

// bucketCounts look at a bucket at even times.
func bucketCounts() []countTrace {
	count := func(capacity, rate int64, every time.Duration, looks int) countTrace {
		bucket := primitives.NewTokenBucket(capacity, rate, capacity, primitives.Steadily)
		trace := countTrace{Capacity: capacity, Rate: rate, Every: every, Looks: looks}
		for index := 0; index < looks; index++ {
			if bucket.TryConsume(time.Duration(index)*every, 1) {
				trace.Admitted++
			}
		}
		return trace
	}
	const ms = time.Millisecond
	return []countTrace{
		count(100, 100, 2*ms, 2500),
		count(10, 100, 1*ms, 10001),
		count(10, 100, 5*ms, 2001),
		count(10, 100, 9*ms, 1112),
		count(10, 100, 10*ms, 1001),
		count(100, 100, 1*ms, 10001),
		count(10, 500, 1*ms, 10001),
		count(10, 900, 1*ms, 10001),
		count(10, 1000, 1*ms, 10001),
		count(1, 3, 100*ms, 101),
		count(5, 7, 100*ms, 101),
	}
}

// simultaneous is how many of several goroutines get a token from a bucket at one instant.
type simultaneous struct {
	Capacity   int64 `json:"capacity"`
	Goroutines int   `json:"goroutines"`
	Admitted   int64 `json:"admitted"`
}

func bucketSimultaneous() simultaneous {
	trace := simultaneous{Capacity: 5, Goroutines: 15}
	bucket := primitives.NewTokenBucket(trace.Capacity, 10, trace.Capacity, primitives.Steadily)
	var admitted atomic.Int64
	var all sync.WaitGroup
	for index := 0; index < trace.Goroutines; index++ {
		all.Add(1)
		go func() {
			defer all.Done()
			if bucket.TryConsume(0, 1) {
				admitted.Add(1)
			}
		}()
	}
	all.Wait()
	trace.Admitted = admitted.Load()
	return trace
}
