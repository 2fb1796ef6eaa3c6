package primitives

import (
	"sync"
	"time"
)

// Topic is one partition of a log with one consumer group and one poller. It takes every record and
// tells nobody. The committed offset stays in front of the first record that is not done.
type Topic[T comparable] struct {
	mutex sync.Mutex
	// arrived holds something when a poll has to look again.
	arrived   chan struct{}
	records   []T
	position  int
	offsets   map[T]int
	done      map[int]bool
	committed int
}

// NewTopic makes an empty topic.
func NewTopic[T comparable]() *Topic[T] {
	return &Topic[T]{
		arrived: make(chan struct{}, 1),
		offsets: map[T]int{},
		done:    map[int]bool{},
	}
}

// Append adds a record at the end.
func (t *Topic[T]) Append(record T) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.records = append(t.records, record)
	select {
	case t.arrived <- struct{}{}:
	default:
	}
}

// Poll takes out the records that are there, at most so many; without any it waits for the first, and
// comes back empty when none was appended for as long as the timeout.
func (t *Topic[T]) Poll(maxRecords int, timeout time.Duration) []T {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for {
		if records := t.take(maxRecords); len(records) > 0 {
			return records
		}
		select {
		case <-t.arrived:
		case <-timer.C:
			return nil
		}
	}
}

// Commit says that the work on a record is done. It counts as soon as all before it are done.
func (t *Topic[T]) Commit(record T) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	t.done[t.offsets[record]] = true
	delete(t.offsets, record)
	for t.done[t.committed] {
		delete(t.done, t.committed)
		t.committed++
	}
}

// Lag is how many records are appended and not yet committed.
func (t *Topic[T]) Lag() int {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return len(t.records) - t.committed
}

func (t *Topic[T]) take(maxRecords int) []T {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	first := t.position
	for t.position < len(t.records) && t.position-first < maxRecords {
		t.offsets[t.records[t.position]] = t.position
		t.position++
	}
	return t.records[first:t.position]
}
