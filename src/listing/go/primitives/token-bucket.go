package primitives

import (
	"sync"
	"time"
)

// Refill says how many nano-tokens drip in during so many nanoseconds, at a rate in tokens per second.
type Refill func(elapsed, rate int64) int64

// Steadily is how a bucket should fill: a token per second is a nano-token per nanosecond, exactly.
func Steadily(elapsed, rate int64) int64 {
	return elapsed * rate
}

// TokenBucket fills at a steady rate up to its capacity. In practice this is golang.org/x/time/rate;
// here tokens are whole nano-tokens, so that nothing is rounded, and the caller says what time it is.
type TokenBucket struct {
	mutex    sync.Mutex
	refill   Refill
	capacity int64
	rate     int64
	level    int64
	at       time.Duration
}

// NewTokenBucket makes a bucket at time 0. Capacity and initial level are in tokens.
func NewTokenBucket(capacity, rate, initial int64, refill Refill) *TokenBucket {
	second := int64(time.Second)
	return &TokenBucket{
		refill:   refill,
		capacity: capacity * second,
		rate:     rate,
		level:    initial * second,
	}
}

// TryConsume takes tokens if they are all there, and says whether it did. A refusal takes nothing.
func (b *TokenBucket) TryConsume(now time.Duration, tokens int64) bool {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.look(now)
	if b.level < tokens*int64(time.Second) {
		return false
	}
	b.level -= tokens * int64(time.Second)
	return true
}

// Level is how many nano-tokens there are.
func (b *TokenBucket) Level(now time.Duration) int64 {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.look(now)
	return b.level
}

func (b *TokenBucket) look(now time.Duration) {
	elapsed := int64(now - b.at)
	if elapsed < 0 {
		panic("time went back")
	}
	b.at = now
	// No further than to the brim, so that elapsed × rate does not overflow.
	if b.rate > 0 {
		untilFull := (b.capacity - b.level + b.rate - 1) / b.rate
		if elapsed > untilFull {
			elapsed = untilFull
		}
	}
	b.level += b.refill(elapsed, b.rate)
	if b.level > b.capacity {
		b.level = b.capacity
	}
}
