package main

import (
	"fmt"
	"reflect"
	"sort"
	"sync"
)

// operation is one thing that one goroutine does.
type operation struct {
	Do      string `json:"do"`
	Channel string `json:"channel,omitempty"`
	Item    int    `json:"item,omitempty"`
	// For select.
	Cases      []operation `json:"cases,omitempty"`
	HasDefault bool        `json:"default,omitempty"`
}

// outcome is how the operation of an actor ended.
type outcome struct {
	Actor  string `json:"actor"`
	Result string `json:"result"`
}

// step is what one actor does while all others are parked, and what follows from it. What several
// goroutines do at once has no order that Go promises, so the lists are sorted by name.
type step struct {
	Actor string `json:"actor"`
	operation
	Ended   []outcome      `json:"ended"`
	Waiting []string       `json:"waiting"`
	Lengths map[string]int `json:"lengths"`
}

// channelTrace is one program of channels.
type channelTrace struct {
	Name       string         `json:"name"`
	Capacities map[string]int `json:"capacities"`
	Steps      []step         `json:"steps"`
}

// channelLab runs operations on channels, each in a goroutine of its own, one after the other.
type channelLab struct {
	trace    channelTrace
	channels map[string]chan int
	waiting  map[string]bool
	mutex    sync.Mutex
	ended    []outcome
}

// channelProgram records what a program does with new channels of the given capacities.
func channelProgram(name string, capacities map[string]int, program func(*channelLab)) channelTrace {
	lab := &channelLab{
		trace:    channelTrace{Name: name, Capacities: capacities},
		channels: map[string]chan int{},
		waiting:  map[string]bool{},
	}
	for channel, capacity := range capacities {
		lab.channels[channel] = make(chan int, capacity)
	}
	program(lab)
	return lab.trace
}

func (l *channelLab) send(actor, channel string, item int) {
	l.do(actor, operation{Do: "send", Channel: channel, Item: item})
}

func (l *channelLab) receive(actor, channel string) {
	l.do(actor, operation{Do: "receive", Channel: channel})
}

func (l *channelLab) close(actor, channel string) {
	l.do(actor, operation{Do: "close", Channel: channel})
}

// choose is a select that waits.
func (l *channelLab) choose(actor string, cases ...operation) {
	l.do(actor, operation{Do: "select", Cases: cases})
}

// chooseNow is a select with a default.
func (l *channelLab) chooseNow(actor string, cases ...operation) {
	l.do(actor, operation{Do: "select", Cases: cases, HasDefault: true})
}

func sending(channel string, item int) operation {
	return operation{Do: "send", Channel: channel, Item: item}
}

func receiving(channel string) operation {
	return operation{Do: "receive", Channel: channel}
}

// do starts a goroutine for the operation and waits until everybody is parked or done.
func (l *channelLab) do(actor string, operation operation) {
	l.waiting[actor] = true
	go func() {
		l.end(actor, l.run(operation))
	}()
	settle()
	l.trace.Steps = append(l.trace.Steps, step{actor, operation, l.takeEnded(), names(l.waiting), l.lengths()})
}

// run does the operation and says how it ended.
func (l *channelLab) run(operation operation) (result string) {
	defer func() {
		if reason := recover(); reason != nil {
			result = fmt.Sprintf("panic: %v", reason)
		}
	}()
	channel := l.channels[operation.Channel]
	switch operation.Do {
	case "send":
		channel <- operation.Item
		return "sent to " + operation.Channel
	case "receive":
		item, ok := <-channel
		return received(operation.Channel, item, ok)
	case "close":
		close(channel)
		return "closed " + operation.Channel
	default:
		return l.runSelect(operation)
	}
}

// runSelect is a select statement whose cases are known only now; the runtime treats it as any other.
func (l *channelLab) runSelect(operation operation) string {
	var cases []reflect.SelectCase
	for _, one := range operation.Cases {
		channel := reflect.ValueOf(l.channels[one.Channel])
		if one.Do == "send" {
			cases = append(cases, reflect.SelectCase{Dir: reflect.SelectSend, Chan: channel, Send: reflect.ValueOf(one.Item)})
		} else {
			cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: channel})
		}
	}
	if operation.HasDefault {
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectDefault})
	}
	chosen, item, ok := reflect.Select(cases)
	if chosen == len(operation.Cases) {
		return "default"
	}
	one := operation.Cases[chosen]
	if one.Do == "send" {
		return "sent to " + one.Channel
	}
	return received(one.Channel, int(item.Int()), ok)
}

func received(channel string, item int, ok bool) string {
	if ok {
		return fmt.Sprintf("received %d from %s", item, channel)
	}
	return "received nothing from closed " + channel
}

func (l *channelLab) end(actor, result string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.ended = append(l.ended, outcome{actor, result})
}

func (l *channelLab) takeEnded() []outcome {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	ended := append([]outcome{}, l.ended...)
	l.ended = nil
	sort.Slice(ended, func(one, other int) bool { return ended[one].Actor < ended[other].Actor })
	for _, outcome := range ended {
		delete(l.waiting, outcome.Actor)
	}
	return ended
}

func (l *channelLab) lengths() map[string]int {
	lengths := map[string]int{}
	for name, channel := range l.channels {
		lengths[name] = len(channel)
	}
	return lengths
}

func names(set map[string]bool) []string {
	sorted := []string{}
	for name := range set {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	return sorted
}
