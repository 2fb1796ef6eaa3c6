package main

type capacities = map[string]int

// channelPrograms show what Go's specification promises of channels, and what its runtime does beyond
// that: whoever waits longest is served first.
func channelPrograms() []channelTrace {
	return []channelTrace{
		channelProgram("an unbuffered send completes only together with a receive", capacities{"c": 0},
			func(l *channelLab) {
				l.send("A", "c", 1)
				l.receive("B", "c")
				l.receive("C", "c")
				l.send("D", "c", 2)
			}),
		channelProgram("a buffer of 1 takes one value, and the next sender waits", capacities{"c": 1},
			func(l *channelLab) {
				l.send("A", "c", 1)
				l.send("B", "c", 2)
				l.receive("C", "c")
				l.receive("D", "c")
				l.receive("E", "c")
				l.send("F", "c", 3)
			}),
		channelProgram("a buffer of 3 fills, holds up the fourth sender and gives back in order", capacities{"c": 3},
			func(l *channelLab) {
				for item, actor := range []string{"A", "B", "C", "D", "E"} {
					l.send(actor, "c", item+1)
				}
				for _, actor := range []string{"F", "G", "H", "I", "J"} {
					l.receive(actor, "c")
				}
			}),
		channelProgram("a send to a waiting receiver bypasses the buffer", capacities{"c": 5},
			func(l *channelLab) {
				l.receive("A", "c")
				l.send("B", "c", 1)
			}),
		channelProgram("a receive from a full buffer takes the head and lets a sender in at the tail", capacities{"c": 2},
			func(l *channelLab) {
				for item, actor := range []string{"A", "B", "C"} {
					l.send(actor, "c", item+1)
				}
				for _, actor := range []string{"D", "E", "F"} {
					l.receive(actor, "c")
				}
			}),
		channelProgram("blocked senders go on in the order in which they came", capacities{"c": 0},
			func(l *channelLab) {
				for item, actor := range []string{"C", "A", "B"} {
					l.send(actor, "c", item+1)
				}
				for _, actor := range []string{"D", "E", "F"} {
					l.receive(actor, "c")
				}
			}),
		channelProgram("blocked receivers are served in the order in which they came", capacities{"c": 0},
			func(l *channelLab) {
				for _, actor := range []string{"C", "A", "B"} {
					l.receive(actor, "c")
				}
				for item, actor := range []string{"D", "E", "F"} {
					l.send(actor, "c", item+1)
				}
			}),
		channelProgram("a closed channel gives what is buffered and then nothing", capacities{"c": 3},
			func(l *channelLab) {
				l.send("A", "c", 1)
				l.send("B", "c", 2)
				l.close("C", "c")
				for _, actor := range []string{"D", "E", "F", "G"} {
					l.receive(actor, "c")
				}
			}),
		channelProgram("close lets every blocked receiver go on with nothing", capacities{"c": 0},
			func(l *channelLab) {
				for _, actor := range []string{"A", "B", "C"} {
					l.receive(actor, "c")
				}
				l.close("D", "c")
			}),
		channelProgram("close makes every blocked sender panic, and what is buffered stays", capacities{"c": 1},
			func(l *channelLab) {
				for item, actor := range []string{"A", "B", "C"} {
					l.send(actor, "c", item+1)
				}
				l.close("D", "c")
				l.receive("E", "c")
				l.receive("F", "c")
			}),
		channelProgram("a send to a closed channel panics, and so does a second close", capacities{"c": 1},
			func(l *channelLab) {
				l.close("A", "c")
				l.send("B", "c", 1)
				l.close("C", "c")
				l.receive("D", "c")
			}),
	}
}

// selectPrograms have at most one case ready at a time: of several, Go chooses one at random.
func selectPrograms() []channelTrace {
	return []channelTrace{
		channelProgram("select takes the case that is ready", capacities{"c": 1, "d": 1},
			func(l *channelLab) {
				l.send("A", "d", 1)
				l.choose("B", receiving("c"), receiving("d"))
				l.send("C", "c", 2)
				l.choose("D", sending("c", 3), sending("d", 4))
			}),
		channelProgram("default is taken only when nothing is ready", capacities{"c": 0, "d": 1},
			func(l *channelLab) {
				l.chooseNow("A", receiving("c"), receiving("d"))
				l.chooseNow("B", sending("c", 1))
				l.chooseNow("C", sending("d", 2), receiving("c"))
				l.chooseNow("D", sending("d", 3))
				l.receive("E", "c")
				l.chooseNow("F", sending("c", 4))
				l.send("G", "c", 5)
				l.chooseNow("H", receiving("c"))
			}),
		channelProgram("select waits at all its channels and leaves them all when one is ready", capacities{"c": 0, "d": 0, "e": 0},
			func(l *channelLab) {
				l.choose("A", receiving("c"), receiving("d"), sending("e", 1))
				l.send("B", "d", 2)
				l.send("C", "c", 3)
				l.receive("D", "e")
				l.receive("E", "c")
				l.send("F", "e", 4)
			}),
		channelProgram("a waiting select that sends is served in its turn", capacities{"c": 0, "d": 0},
			func(l *channelLab) {
				l.send("A", "c", 1)
				l.choose("B", sending("c", 2), sending("d", 3))
				l.send("C", "c", 4)
				for _, actor := range []string{"D", "E", "F"} {
					l.receive(actor, "c")
				}
				l.receive("G", "d")
			}),
		channelProgram("a select may name one channel twice", capacities{"c": 0, "d": 0},
			func(l *channelLab) {
				l.choose("A", receiving("c"), receiving("c"), receiving("d"))
				l.receive("B", "c")
				l.send("C", "d", 1)
				l.send("D", "c", 2)
			}),
		channelProgram("a select that sends and receives on one channel never meets itself", capacities{"c": 0},
			func(l *channelLab) {
				l.choose("A", sending("c", 1), receiving("c"))
				l.receive("B", "c")
				l.choose("C", sending("c", 2), receiving("c"))
				l.send("D", "c", 3)
			}),
		channelProgram("a closed channel is ready to receive from", capacities{"c": 0, "d": 0},
			func(l *channelLab) {
				l.close("A", "c")
				l.choose("B", receiving("c"), receiving("d"))
				l.chooseNow("C", receiving("c"))
			}),
		channelProgram("a select panics that sends to a closed channel", capacities{"c": 0, "d": 0},
			func(l *channelLab) {
				l.choose("A", sending("c", 1), receiving("d"))
				l.close("B", "c")
				l.choose("C", sending("c", 2), receiving("d"))
				l.chooseNow("D", sending("c", 3))
			}),
		channelProgram("close lets a waiting select go on", capacities{"c": 0, "d": 0},
			func(l *channelLab) {
				l.choose("A", receiving("c"), receiving("d"))
				l.choose("B", receiving("c"), sending("d", 1))
				l.close("C", "c")
				l.receive("D", "d")
			}),
	}
}
