import { type Nanoseconds, SECOND } from '../kernel/time';

/**
 * How many nano-tokens drip in during a time, at a rate in tokens per second. Never more than
 * `elapsed` × `rate`.
 */
export type Refill = (elapsed: Nanoseconds, rate: number) => number;

/** Tokens drip in without pause: a token per second is a nano-token per nanosecond, exactly. */
const steadily: Refill = (elapsed, rate) => elapsed * rate;

/** What a bucket begins with. Whole numbers of tokens; `rate` is per second and may be 0. */
export interface BucketOptions {
	readonly capacity: number;
	readonly rate: number;
	readonly initial: number;
	readonly refill?: Refill;
}

/** Gives the time of a bucket, which never goes back. */
export interface BucketClock {
	readonly now: Nanoseconds;
}

/**
 * A token bucket: it fills at a steady rate up to its capacity, and whoever takes tokens takes them
 * at once or not at all. Counted in whole nano-tokens, so that nothing is rounded. Nothing ticks: the
 * level is worked out from the time that has passed when somebody looks.
 *
 * For all i ≤ j, of the tokens taken at times t at most capacity + rate × (t_j − t_i) are taken from
 * the i-th to the j-th: the arrival curve of network calculus.
 */
export class TokenBucket {
	readonly #clock: BucketClock;
	readonly #refill: Refill;
	#capacity: number;
	#rate: number;
	/** In nano-tokens, as it was at `#at`. */
	#level: number;
	#at: Nanoseconds;

	/** @throws {RangeError} if `capacity` is below 1 or `initial` is not in [0, capacity]. */
	constructor(clock: BucketClock, { capacity, rate, initial, refill = steadily }: BucketOptions) {
		if (!(capacity >= 1)) throw new RangeError(`capacity must be ≥ 1, got ${capacity}`);
		if (!(initial >= 0 && initial <= capacity)) {
			throw new RangeError(`initial must be in [0, ${capacity}], got ${initial}`);
		}
		this.#clock = clock;
		this.#refill = refill;
		this.#capacity = capacity * SECOND;
		this.#rate = rate;
		this.#level = initial * SECOND;
		this.#at = clock.now;
	}

	/**
	 * Tokens and parts of one at `time`, in [0, capacity]. Does not change the bucket.
	 * @throws {RangeError} if `time` is before somebody last took tokens.
	 */
	levelAt(time: Nanoseconds): number {
		return this.#nanoTokensAt(time) / SECOND;
	}

	get capacity(): number {
		return this.#capacity / SECOND;
	}

	/**
	 * Takes `tokens` if they are all there, and says whether it did. More than the capacity are never
	 * there; a refusal takes nothing.
	 */
	tryConsume(tokens = 1): boolean {
		this.#look();
		if (this.#level < tokens * SECOND) return false;
		this.#level -= tokens * SECOND;
		return true;
	}

	/** How long until so many tokens are there; Infinity if they never will be. */
	timeUntil(tokens: number): Nanoseconds {
		const missing = tokens * SECOND - this.#nanoTokensAt(this.#clock.now);
		if (missing <= 0) return 0;
		if (tokens * SECOND > this.#capacity || this.#rate === 0) return Infinity;
		return Math.ceil(missing / this.#rate);
	}

	/** Changes the rate from now on: what has dripped in before stays as it is. */
	setRate(rate: number): void {
		this.#look();
		this.#rate = rate;
	}

	/** Changes the capacity; what no longer fits spills over. */
	setCapacity(capacity: number): void {
		this.#look();
		this.#capacity = capacity * SECOND;
		this.#level = Math.min(this.#level, this.#capacity);
	}

	/**
	 * Checks that the level is within its bounds.
	 * @throws {RangeError} if it is not.
	 */
	check(): void {
		if (this.#level >= 0 && this.#level <= this.#capacity) return;
		throw new RangeError(`${this.#level} nano-tokens are not in [0, ${this.#capacity}]`);
	}

	#look(): void {
		const { now } = this.#clock;
		this.#level = this.#nanoTokensAt(now);
		this.#at = now;
	}

	/** @throws {RangeError} if time went back. */
	#nanoTokensAt(time: Nanoseconds): number {
		const elapsed = time - this.#at;
		if (elapsed < 0) throw new RangeError(`time went back by ${-elapsed} ns`);
		const missing = this.#capacity - this.#level;
		// Clipped at the time to full, because elapsed × rate need not be exact beyond 2^53.
		if (this.#rate > 0 && elapsed > missing / this.#rate) {
			const untilFull = Math.ceil(missing / this.#rate);
			return Math.min(this.#capacity, this.#level + this.#refill(untilFull, this.#rate));
		}
		return Math.min(this.#capacity, this.#level + this.#refill(elapsed, this.#rate));
	}
}
