// Package world is what the strategies in the folders beside it work with. Whoever starts a strategy
// says where messages come from, what it is to serve one, and how time passes.
package world

import "time"

// Message is the number of a message, from 0 up.
type Message int

// World is everything around a strategy. All its functions may be called from any goroutine.
type World struct {
	// Source gives the messages one by one, in their order.
	Source <-chan Message
	// Workers is how many messages are served at once.
	Workers int
	// Serve works on a message until it is done.
	Serve func(Message)
	// Lose is told of a message that will never be served, and why.
	Lose func(message Message, reason string)
	// Now is the time since the start.
	Now func() time.Duration
	// Sleep waits for a while, like time.Sleep.
	Sleep func(time.Duration)
}
