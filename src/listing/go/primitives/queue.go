// Package primitives holds what the standard library lacks and a strategy needs, in its smallest form.
package primitives

import "sync"

// Queue is a channel without a limit. Go has none, and this is why: Send never waits.
type Queue[T any] struct {
	mutex  sync.Mutex
	filled *sync.Cond
	items  []T
}

// NewQueue makes an empty queue.
func NewQueue[T any]() *Queue[T] {
	queue := &Queue[T]{}
	queue.filled = sync.NewCond(&queue.mutex)
	return queue
}

// Send puts an item behind the others, for the receiver that has waited longest.
func (q *Queue[T]) Send(item T) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	q.items = append(q.items, item)
	q.filled.Signal()
}

// Receive takes the oldest item; it waits while there is none.
func (q *Queue[T]) Receive() T {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	for len(q.items) == 0 {
		q.filled.Wait()
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

// Drain empties the queue and returns what was in it, oldest first.
func (q *Queue[T]) Drain() []T {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	items := q.items
	q.items = nil
	return items
}
