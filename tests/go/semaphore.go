package main

import (
	"fmt"
	"sort"
	"sync"

	"pushback/listing/primitives"
)

// semaphoreStep is what one actor does with a semaphore, and what follows from it.
type semaphoreStep struct {
	Actor   string    `json:"actor"`
	Do      string    `json:"do"`
	Ended   []outcome `json:"ended"`
	Waiting []string  `json:"waiting"`
	Held    int       `json:"held"`
}

type semaphoreTrace struct {
	Name    string          `json:"name"`
	Permits int             `json:"permits"`
	Steps   []semaphoreStep `json:"steps"`
}

// semaphoreProgram runs actors, each in a goroutine of its own, on a buffered channel whose items are
// the permits that are given out.
func semaphoreProgram(name string, permits int, actions [][2]string) semaphoreTrace {
	trace := semaphoreTrace{Name: name, Permits: permits}
	semaphore := make(chan struct{}, permits)
	waiting := map[string]bool{}
	var mutex sync.Mutex
	var ended []outcome
	for _, action := range actions {
		actor, do := action[0], action[1]
		waiting[actor] = true
		go func() {
			result := useSemaphore(semaphore, do)
			mutex.Lock()
			defer mutex.Unlock()
			ended = append(ended, outcome{actor, result})
		}()
		settle()
		mutex.Lock()
		sort.Slice(ended, func(one, other int) bool { return ended[one].Actor < ended[other].Actor })
		for _, outcome := range ended {
			delete(waiting, outcome.Actor)
		}
		trace.Steps = append(trace.Steps, semaphoreStep{actor, do, ended, names(waiting), len(semaphore)})
		ended = []outcome{}
		mutex.Unlock()
	}
	return trace
}

func useSemaphore(semaphore chan struct{}, do string) string {
	switch do {
	case "acquire":
		semaphore <- struct{}{}
		return "acquired"
	case "tryAcquire":
		return fmt.Sprint(primitives.TrySend(semaphore, struct{}{}))
	default:
		<-semaphore
		return "released"
	}
}

func semaphorePrograms() []semaphoreTrace {
	return []semaphoreTrace{
		semaphoreProgram("three permits, and whoever waits longest gets the next", 3, [][2]string{
			{"A", "acquire"}, {"B", "acquire"}, {"C", "acquire"},
			{"F", "acquire"}, {"D", "acquire"}, {"E", "acquire"},
			{"A", "release"}, {"B", "release"}, {"G", "acquire"}, {"C", "release"},
			{"F", "release"}, {"D", "release"}, {"E", "release"}, {"G", "release"},
		}),
		semaphoreProgram("nobody who tries is served before one who waits", 2, [][2]string{
			{"A", "acquire"}, {"B", "tryAcquire"}, {"C", "tryAcquire"}, {"D", "acquire"},
			{"A", "release"}, {"E", "tryAcquire"}, {"B", "release"}, {"D", "release"},
			{"E", "tryAcquire"}, {"F", "acquire"}, {"G", "tryAcquire"},
		}),
	}
}
