package main

import "time"

// mistakePrograms show one mistake. They run with the listing into which it is compiled.
func mistakePrograms(mistake string) []strategyTrace {
	switch mistake {
	case "oversized-buffer":
		return []strategyTrace{
			program("the producer is not held back", time.Second, withMistake(mistake, withBuffer(1, 1, "block")),
				func(l *strategyLab) {
					l.offer(5)
					l.finish(0)
				}),
		}
	case "leaks-permits":
		return []strategyTrace{
			program("the permit of the hundredth task never comes back", time.Second, withMistake(mistake, withPermits(1, 1, 500)),
				func(l *strategyLab) {
					l.offer(101)
					l.finishFirst(100)
					l.wait()
				}),
			program("until then nothing is to be seen", time.Second, withMistake(mistake, withPermits(2, 1, 500)),
				func(l *strategyLab) {
					for count := 0; count < 3; count++ {
						l.offer(1)
					}
					l.finishFirst(3)
				}),
		}
	case "spawns-without-limit":
		return []strategyTrace{
			program("each record has its task at once", time.Second, withMistake(mistake, withPermits(1, 1, 500)),
				func(l *strategyLab) {
					for count := 0; count < 4; count++ {
						l.offer(1)
					}
					l.finish(0)
				}),
		}
	case "ignores-demand":
		return []strategyTrace{
			program("more is delivered than was requested", time.Second, withMistake(mistake, withDemand(1, demand{2, 1}, buffer{1, "block"})),
				func(l *strategyLab) {
					for count := 0; count < 6; count++ {
						l.offer(1)
					}
					l.finish(0)
				}),
		}
	case "unbounded-request":
		return []strategyTrace{
			program("everything is requested, and everything comes", time.Second, withMistake(mistake, withDemand(1, demand{2, 1}, buffer{1, "block"})),
				func(l *strategyLab) {
					for count := 0; count < 6; count++ {
						l.offer(1)
					}
					l.finish(0)
				}),
		}
	case "forgets-request":
		return []strategyTrace{
			program("after the first window there is silence", time.Second, withMistake(mistake, withDemand(1, demand{2, 1}, buffer{1, "block"})),
				func(l *strategyLab) {
					l.offer(1)
					l.offer(1)
					l.finish(0)
					l.finish(1)
					l.offer(2)
					l.wait()
				}),
		}
	case "truncating-refill":
		return []strategyTrace{
			program("looked at more often than a token takes, the bucket never fills", 400*time.Millisecond,
				withMistake(mistake, withBucket(1, bucket{1, 2, 1}, lag{Limit: 100, Resume: 100, Available: true})),
				func(l *strategyLab) {
					for count := 0; count < 12; count++ {
						l.offer(1)
					}
				}),
		}
	case "stale-lag":
		return []strategyTrace{
			program("the gate shuts too late and opens too late", 12*time.Second,
				withMistake(mistake, withBucket(1, bucket{100, 100, 100}, lag{Limit: 2, Resume: 0, Available: true})),
				func(l *strategyLab) {
					l.offer(3)
					l.offer(3)
					l.offer(1)
					l.finishFirst(5)
					l.offer(1)
				}),
		}
	case "retry-at-once":
		return []strategyTrace{
			program("a refused message is tried again every millisecond", 2500*time.Microsecond,
				withMistake(mistake, withBucket(2, bucket{1, 100, 1}, lag{Limit: 100, Resume: 100, Available: true})),
				func(l *strategyLab) {
					l.offer(2)
					for count := 0; count < 5; count++ {
						l.wait()
					}
				}),
		}
	default:
		panic("there is no program for the mistake " + mistake)
	}
}

func withMistake(mistake string, scenario scenario) scenario {
	scenario.Mistakes = []string{mistake}
	return scenario
}
