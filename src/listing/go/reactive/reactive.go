// Package reactive has the interfaces of Reactive Streams, by the names of the specification.
package reactive

// Publisher offers a stream to whoever subscribes.
type Publisher[T any] interface {
	Subscribe(subscriber Subscriber[T])
}

// Subscriber sees OnSubscribe OnNext* (OnError | OnComplete)?, one signal at a time, and never more
// items than it has requested.
type Subscriber[T any] interface {
	OnSubscribe(subscription Subscription)
	OnNext(item T)
	OnError(err error)
	OnComplete()
}

// Subscription is what one subscriber has of one publisher.
type Subscription interface {
	// Request asks for n more items, at least 1. It never waits.
	Request(n int64)
	// Cancel asks for nothing more.
	Cancel()
}
