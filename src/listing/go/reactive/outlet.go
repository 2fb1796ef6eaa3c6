package reactive

import (
	"fmt"
	"math"
	"sync"
)

// Unbounded is as much demand as anybody can have. It no longer decreases.
const Unbounded = math.MaxInt64

// Outlet is a subscription as its publisher holds it. All signals come from the publisher's goroutine,
// so that there is one at a time; what the subscriber asks for is only written down.
type Outlet[T any] struct {
	mutex      sync.Mutex
	stirred    *sync.Cond
	subscriber Subscriber[T]
	demand     int64
	isOver     bool
	failure    error
}

// NewOutlet gives a subscriber its subscription.
func NewOutlet[T any](subscriber Subscriber[T]) *Outlet[T] {
	outlet := &Outlet[T]{subscriber: subscriber}
	outlet.stirred = sync.NewCond(&outlet.mutex)
	subscriber.OnSubscribe(outlet)
	return outlet
}

// Demanded waits until an item may be delivered, and returns true; false when it is all over.
func (o *Outlet[T]) Demanded() bool {
	o.mutex.Lock()
	for o.demand == 0 && !o.isOver {
		o.stirred.Wait()
	}
	isOver, failure := o.isOver, o.failure
	o.failure = nil
	o.mutex.Unlock()
	if failure != nil {
		o.subscriber.OnError(failure)
	}
	return !isOver
}

// Next delivers one item.
func (o *Outlet[T]) Next(item T) {
	o.mutex.Lock()
	if o.demand > 0 && o.demand < Unbounded {
		o.demand--
	}
	isOver := o.isOver
	o.mutex.Unlock()
	if !isOver {
		o.subscriber.OnNext(item)
	}
}

// Complete delivers the last signal, unless it is all over already.
func (o *Outlet[T]) Complete() {
	o.mutex.Lock()
	isOver := o.isOver
	o.isOver = true
	o.demand = 0
	o.mutex.Unlock()
	if !isOver {
		o.subscriber.OnComplete()
	}
}

// Demand is how many items are requested and not yet delivered.
func (o *Outlet[T]) Demand() int64 {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.demand
}

// Request implements Subscription. Demand adds up and does not overflow; an n below 1 is a failure.
func (o *Outlet[T]) Request(n int64) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.isOver {
		return
	}
	if n < 1 {
		o.failure = fmt.Errorf("rule 3.9: n must be at least 1, got %d", n)
		o.isOver = true
	} else if o.demand > Unbounded-n {
		o.demand = Unbounded
	} else {
		o.demand += n
	}
	o.stirred.Signal()
}

// Cancel implements Subscription. It may be called as often as one likes.
func (o *Outlet[T]) Cancel() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.isOver = true
	o.demand = 0
	o.stirred.Signal()
}
