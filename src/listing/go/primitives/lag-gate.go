package primitives

import "sync"

// LagLimits says what a gate makes of a lag: above the limit it shuts, at or below Resume it opens.
type LagLimits struct {
	Limit  int
	Resume int
}

// LagGate lets messages through while consumer lag is low. It knows only what it has read; when the
// reading fails it counts as shut. A new gate is open.
type LagGate struct {
	mutex     sync.Mutex
	isShut    bool
	hasFailed bool
}

// Read tells the gate a lag; ok is false when the reading failed.
func (g *LagGate) Read(lag int, ok bool, limits LagLimits) {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.hasFailed = !ok
	if !ok {
		return
	}
	if lag > limits.Limit {
		g.isShut = true
	} else if lag <= limits.Resume {
		g.isShut = false
	}
}

// HasFailed says whether the latest reading failed.
func (g *LagGate) HasFailed() bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return g.hasFailed
}

// IsOpen says whether messages may pass, by the latest reading.
func (g *LagGate) IsOpen() bool {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	return !g.isShut && !g.hasFailed
}
