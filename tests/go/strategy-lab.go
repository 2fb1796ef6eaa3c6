package main

import (
	"os"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	"pushback/listing/world"
)

// strategyStep is one thing that happens to a strategy, and what follows from it. Times are in
// nanoseconds since the start.
type strategyStep struct {
	At time.Duration `json:"at"`
	// A message is offered, or its service ends; or a while passes in which only the strategy acts.
	Do       string `json:"do"`
	Messages []int  `json:"messages,omitempty"`
	// True where these messages are the last.
	Ends bool `json:"ends,omitempty"`
	// How many goroutines are parked at each place of the listing.
	Parked map[string]int `json:"parked"`
	// What the strategy says of itself.
	Counts map[string]int `json:"counts,omitempty"`
	// Messages whose service began, and those that will never be served, with the reason.
	Started []moment  `json:"started,omitempty"`
	Lost    []lostOne `json:"lost,omitempty"`
}

type moment struct {
	Message int           `json:"message"`
	At      time.Duration `json:"at"`
}

type lostOne struct {
	Message int    `json:"message"`
	Reason  string `json:"reason"`
}

// strategyTrace is a strategy at work. The scenario is written as the simulation reads it.
type strategyTrace struct {
	Name     string         `json:"name"`
	Scenario scenario       `json:"scenario"`
	Steps    []strategyStep `json:"steps"`
}

// strategyLab is a world for one strategy: time passes and services end when the program says so.
type strategyLab struct {
	trace    strategyTrace
	interval time.Duration
	// Goroutines of earlier programs, which stay parked.
	earlier map[string]bool
	source  chan world.Message
	counts  map[string]func() int
	offered int

	mutex    sync.Mutex
	now      time.Duration
	services map[int]chan struct{}
	sleepers []sleeper
	started  []moment
	lost     []lostOne
}

type sleeper struct {
	until time.Duration
	wake  chan struct{}
}

// No program offers more messages.
const mostOffered = 1000

// newStrategyLab makes a world in which the steps are an interval apart, the first one interval after
// the start.
func newStrategyLab(name string, interval time.Duration, scenario scenario) *strategyLab {
	lab := &strategyLab{
		trace:    strategyTrace{Name: name, Scenario: scenario},
		interval: interval,
		earlier:  map[string]bool{},
		source:   make(chan world.Message, mostOffered),
		services: map[int]chan struct{}{},
		counts:   map[string]func() int{},
	}
	for _, goroutine := range settle() {
		lab.earlier[goroutine.id] = true
	}
	return lab
}

func (l *strategyLab) world() world.World {
	return world.World{
		Source:  l.source,
		Workers: l.trace.Scenario.Consumer.Workers,
		Serve:   l.serve,
		Lose:    l.lose,
		Now:     l.time,
		Sleep:   l.sleep,
	}
}

// offer offers so many messages at one time.
func (l *strategyLab) offer(count int) {
	l.pass()
	l.record("offer", l.put(count))
}

// offerLast offers so many messages, with which the source ends.
func (l *strategyLab) offerLast(count int) {
	l.pass()
	messages := l.put(count)
	close(l.source)
	l.record("offer", messages)
	l.trace.Steps[len(l.trace.Steps)-1].Ends = true
}

func (l *strategyLab) put(count int) []int {
	var messages []int
	for index := 0; index < count; index++ {
		messages = append(messages, l.offered)
		l.source <- world.Message(l.offered)
		l.offered++
	}
	return messages
}

// finish ends the service of a message.
func (l *strategyLab) finish(message int) {
	l.pass()
	l.mutex.Lock()
	service := l.services[message]
	l.mutex.Unlock()
	close(service)
	l.record("finish", []int{message})
}

// finishFirst ends the services of the first so many messages, one after the other.
func (l *strategyLab) finishFirst(count int) {
	for message := 0; message < count; message++ {
		l.finish(message)
	}
}

// wait lets time pass.
func (l *strategyLab) wait() {
	l.pass()
	l.record("wait", nil)
}

// pass lets one interval go by and wakes those who slept long enough, one after the other.
func (l *strategyLab) pass() {
	settle()
	until := l.time() + l.interval
	for l.wakeNext(until) {
		settle()
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.now = until
}

// wakeNext moves time to the end of the first sleep up to `until`, if there is any.
func (l *strategyLab) wakeNext(until time.Duration) bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	sort.SliceStable(l.sleepers, func(one, other int) bool {
		return l.sleepers[one].until < l.sleepers[other].until
	})
	if len(l.sleepers) == 0 || l.sleepers[0].until > until {
		return false
	}
	l.now = l.sleepers[0].until
	close(l.sleepers[0].wake)
	l.sleepers = l.sleepers[1:]
	return true
}

func (l *strategyLab) record(do string, messages []int) {
	parked := l.parked(settle())
	counts := map[string]int{}
	for name, count := range l.counts {
		counts[name] = count()
	}
	l.mutex.Lock()
	defer l.mutex.Unlock()
	sort.Slice(l.started, func(one, other int) bool { return l.started[one].Message < l.started[other].Message })
	step := strategyStep{l.now, do, messages, false, parked, counts, l.started, l.lost}
	l.trace.Steps = append(l.trace.Steps, step)
	l.started, l.lost = nil, nil
}

func (l *strategyLab) serve(message world.Message) {
	l.mutex.Lock()
	service := make(chan struct{})
	l.services[int(message)] = service
	l.started = append(l.started, moment{int(message), l.now})
	l.mutex.Unlock()
	<-service
}

func (l *strategyLab) lose(message world.Message, reason string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lost = append(l.lost, lostOne{int(message), reason})
}

func (l *strategyLab) time() time.Duration {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.now
}

func (l *strategyLab) sleep(duration time.Duration) {
	if duration <= 0 {
		return
	}
	l.mutex.Lock()
	wake := make(chan struct{})
	l.sleepers = append(l.sleepers, sleeper{l.now + duration, wake})
	l.mutex.Unlock()
	<-wake
}

var mark = regexp.MustCompile(`// parks: (\w+/\d+)$`)

// parked counts the goroutines of the program at the marks of the listing. Each is found by the
// innermost of its calls that stands on a marked line; one without a mark breaks the program.
func (l *strategyLab) parked(goroutines []goroutine) map[string]int {
	counts := map[string]int{}
	for _, goroutine := range goroutines {
		if !l.earlier[goroutine.id] {
			counts[markOf(goroutine)]++
		}
	}
	return counts
}

func markOf(goroutine goroutine) string {
	for _, frame := range goroutine.frames {
		found := mark.FindStringSubmatch(lineOf(frame))
		if found == nil {
			continue
		}
		method, _, _ := strings.Cut(found[1], "/")
		if !strings.Contains(frame.function, "."+method+"(") {
			panic(frame.file + ":" + frame.line + " names another function than " + frame.function)
		}
		return found[1]
	}
	panic("a goroutine is parked on no marked line")
}

var sources = map[string][]string{}

func lineOf(frame frame) string {
	lines, ok := sources[frame.file]
	if !ok {
		text, err := os.ReadFile(frame.file)
		check(err)
		lines = strings.Split(string(text), "\n")
		sources[frame.file] = lines
	}
	number, err := strconv.Atoi(frame.line)
	check(err)
	return lines[number-1]
}
