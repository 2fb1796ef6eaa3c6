package primitives

// TrySend hands an item over if that is possible at once, and says whether it was.
func TrySend[T any](channel chan<- T, item T) bool {
	select {
	case channel <- item:
		return true
	default:
		return false
	}
}

// SendEvicting hands an item over at once, at the cost of the oldest in a full buffer. It returns the
// item that was thrown out, the given one at capacity 0. Only for a channel with a single sender:
// with two, one could take the slot that the other has just made free.
func SendEvicting[T any](channel chan T, item T) (evicted T, ok bool) {
	for !TrySend(channel, item) {
		if cap(channel) == 0 {
			return item, true
		}
		select {
		case evicted = <-channel:
			ok = true
		default:
			// A receiver was faster: there is a free slot.
		}
	}
	return evicted, ok
}
