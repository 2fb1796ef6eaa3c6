import { STREAM, type StreamKey, streamKey } from '../chance/draw';
import { exponential } from '../chance/exponential';
import { END_OF_TIME, fromSeconds, type Nanoseconds, nearest, SECOND } from '../kernel/time';
import type { Message } from '../ledger/message';
import type { Scenario } from '../scenario/scenario';

/**
 * When a source offers, or how long it takes to make a message. Each time depends on the seed and
 * the number of the message alone.
 */
export interface OfferTimes {
	/**
	 * When message `n` is offered, given when the gap before it began: at the offer before (open) or
	 * at the start of its making (closed). Infinity when the source has ended.
	 */
	next(n: Message, from: Nanoseconds): Nanoseconds;
	/**
	 * What becomes of message `n`, due at `pending`, when the rate changes at `now`: what is left of
	 * its gap is multiplied by old / new.
	 */
	reschedule(n: Message, pending: Nanoseconds, now: Nanoseconds, oldRate: number): Nanoseconds;
}

/** The offer times that a scenario asks for, reading the rate in force from `settings`. */
export function offerTimes(settings: Scenario): OfferTimes {
	const key = streamKey(settings.seed, STREAM.offer);
	switch (settings.source.process) {
		case 'constant':
			// Each message takes the same time to make, or offers keep to a grid.
			return settings.source.kind === 'closed' ? new Gaps(settings, () => 1) : new Even(settings);
		case 'poisson':
			return new Gaps(settings, (n) => exponential(key, n));
		case 'bursty':
			return new Bursty(settings, key);
		case 'trace':
			return new Trace(settings);
	}
}

function stretched(left: Nanoseconds, oldRate: number, newRate: number): Nanoseconds {
	return Math.min(Math.round((left * oldRate) / newRate), END_OF_TIME);
}

function gap(draw: number, rate: number): Nanoseconds {
	return nearest((draw * SECOND) / rate);
}

/** Offers on a grid that does not drift: message n at (n + 1) / rate, rounded once. */
class Even implements OfferTimes {
	readonly #settings: Scenario;
	/** The grid starts here, one gap before the message `#first`. */
	#start: Nanoseconds = 0;
	#first: Message = 0;

	constructor(settings: Scenario) {
		this.#settings = settings;
	}

	next(n: Message): Nanoseconds {
		const gaps = n + 1 - this.#first;
		return this.#start + Math.round((gaps * SECOND) / this.#settings.source.rate);
	}

	reschedule(n: Message, pending: Nanoseconds, now: Nanoseconds, oldRate: number): Nanoseconds {
		const time = now + stretched(pending - now, oldRate, this.#settings.source.rate);
		this.#start = time;
		this.#first = n + 1;
		return time;
	}
}

/** Gaps that have nothing to do with each other, each a draw of mean 1 over the rate. */
class Gaps implements OfferTimes {
	readonly #settings: Scenario;
	readonly #draw: (n: Message) => number;

	constructor(settings: Scenario, draw: (n: Message) => number) {
		this.#settings = settings;
		this.#draw = draw;
	}

	next(n: Message, from: Nanoseconds): Nanoseconds {
		return from + gap(this.#draw(n), this.#settings.source.rate);
	}

	reschedule(_n: Message, pending: Nanoseconds, now: Nanoseconds, oldRate: number): Nanoseconds {
		return now + stretched(pending - now, oldRate, this.#settings.source.rate);
	}
}

/**
 * Poisson while on, silent while off. Gaps are measured on a clock that runs only while the source
 * is on; the first burst starts at 0.
 */
class Bursty implements OfferTimes {
	readonly #settings: Scenario;
	readonly #key: StreamKey;
	readonly #on: Nanoseconds;
	readonly #cycle: Nanoseconds;

	constructor(settings: Scenario, key: StreamKey) {
		this.#settings = settings;
		this.#key = key;
		this.#on = fromSeconds(settings.source.burst.on);
		this.#cycle = this.#on + fromSeconds(settings.source.burst.off);
	}

	next(n: Message, from: Nanoseconds): Nanoseconds {
		const rateWhileOn = (this.#settings.source.rate * this.#cycle) / this.#on;
		return this.#wall(this.#onClock(from) + gap(exponential(this.#key, n), rateWhileOn));
	}

	reschedule(_n: Message, pending: Nanoseconds, now: Nanoseconds, oldRate: number): Nanoseconds {
		const before = this.#onClock(now);
		const left = this.#onClock(pending) - before;
		return this.#wall(before + stretched(left, oldRate, this.#settings.source.rate));
	}

	/** How long the source has been on up to `time`. */
	#onClock(time: Nanoseconds): Nanoseconds {
		const cycles = Math.floor(time / this.#cycle);
		return cycles * this.#on + Math.min(time - cycles * this.#cycle, this.#on);
	}

	/** The first time at which the source has been on for that long and is on. */
	#wall(onTime: Nanoseconds): Nanoseconds {
		const cycles = Math.floor(onTime / this.#on);
		return Math.min(cycles * this.#cycle + (onTime - cycles * this.#on), END_OF_TIME);
	}
}

/** Times that were recorded elsewhere. The source ends with them and has no rate. */
class Trace implements OfferTimes {
	readonly #settings: Scenario;

	constructor(settings: Scenario) {
		this.#settings = settings;
	}

	next(n: Message, from: Nanoseconds): Nanoseconds {
		const { kind, times } = this.#settings.source;
		const seconds = times[n];
		if (seconds === undefined) return Infinity;
		return kind === 'open' ? fromSeconds(seconds) : from + fromSeconds(seconds);
	}

	reschedule(_n: Message, pending: Nanoseconds): Nanoseconds {
		return pending;
	}
}
