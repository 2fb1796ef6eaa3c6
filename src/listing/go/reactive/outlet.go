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
	subscriber Subscriber[T]
	demand     int64
	// Closed as long as there is demand; a new one is open again.
	demanded chan struct{}
	// Closed once it is all over.
	over    chan struct{}
	isOver  bool
	failure error
}

// NewOutlet gives a subscriber its subscription.
func NewOutlet[T any](subscriber Subscriber[T]) *Outlet[T] {
	outlet := &Outlet[T]{
		subscriber: subscriber,
		demanded:   make(chan struct{}),
		over:       make(chan struct{}),
	}
	subscriber.OnSubscribe(outlet)
	return outlet
}

// Demanded is ready as long as an item may be delivered.
func (o *Outlet[T]) Demanded() <-chan struct{} {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.demanded
}

// Over is ready once the subscription is over.
func (o *Outlet[T]) Over() <-chan struct{} {
	return o.over
}

// Next delivers one item.
func (o *Outlet[T]) Next(item T) {
	o.mutex.Lock()
	if o.demand > 0 && o.demand < Unbounded {
		o.setDemand(o.demand - 1)
	}
	isOver := o.isOver
	o.mutex.Unlock()
	if !isOver {
		o.subscriber.OnNext(item)
	}
}

// Complete delivers the last signal: an error if the subscriber asked for what nobody can give, and
// none if it has canceled.
func (o *Outlet[T]) Complete() {
	o.mutex.Lock()
	isOver, failure := o.isOver, o.failure
	o.end()
	o.failure = nil
	o.mutex.Unlock()
	if failure != nil {
		o.subscriber.OnError(failure)
	} else if !isOver {
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
		o.end()
	} else if o.demand > Unbounded-n {
		o.setDemand(Unbounded)
	} else {
		o.setDemand(o.demand + n)
	}
}

// Cancel implements Subscription. It may be called as often as one likes.
func (o *Outlet[T]) Cancel() {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.end()
}

func (o *Outlet[T]) end() {
	if o.isOver {
		return
	}
	o.isOver = true
	o.setDemand(0)
	close(o.over)
}

func (o *Outlet[T]) setDemand(demand int64) {
	if o.demand == 0 && demand > 0 {
		close(o.demanded)
	} else if o.demand > 0 && demand == 0 {
		o.demanded = make(chan struct{})
	}
	o.demand = demand
}
