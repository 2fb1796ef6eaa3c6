import type { Nanoseconds } from '../../core/kernel/time';

/** By how much a stride grows again after a tick in which everybody kept up. */
const GROWTH = 1.25;

/**
 * How far one tick goes in virtual time, so that the slowest of several runs can follow in one slice:
 * as far as it last came, and a little further each time it keeps up. That is how a sender on a network
 * finds its rate, and the page its speed.
 */
export class Stride {
	#most: Nanoseconds = Infinity;

	/** As far as is wanted, or as the slowest can follow. */
	limit(wanted: Nanoseconds): Nanoseconds {
		return Math.min(wanted, this.#most);
	}

	/** @param slowest how far the slowest came in its first slice; null if nobody had to be waited for. */
	learn(slowest: Nanoseconds | null): void {
		this.#most = slowest === null ? this.#most * GROWTH : Math.max(1, slowest);
	}
}
