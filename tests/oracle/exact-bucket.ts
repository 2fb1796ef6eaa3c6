const NANO = 1_000_000_000n;

/**
 * A token bucket counted in whole nano-tokens of any size, straight from its definition; imports
 * nothing. Times are in nanoseconds and never go back, rates in tokens per second.
 */
export class ExactBucket {
	#capacity: bigint;
	#rate: bigint;
	#level: bigint;
	#at = 0n;

	constructor(capacity: number, rate: number, initial: number) {
		this.#capacity = BigInt(capacity) * NANO;
		this.#rate = BigInt(rate);
		this.#level = BigInt(initial) * NANO;
	}

	/** Nano-tokens at `time`. */
	levelAt(time: number): bigint {
		this.#advance(time);
		return this.#level;
	}

	/** Takes whole tokens at `time`, if they are there. */
	tryConsume(tokens: number, time: number): boolean {
		this.#advance(time);
		const wanted = BigInt(tokens) * NANO;
		if (this.#level < wanted) return false;
		this.#level -= wanted;
		return true;
	}

	setRate(rate: number, time: number): void {
		this.#advance(time);
		this.#rate = BigInt(rate);
	}

	setCapacity(capacity: number, time: number): void {
		this.#advance(time);
		this.#capacity = BigInt(capacity) * NANO;
		this.#spill();
	}

	#advance(time: number): void {
		this.#level += this.#rate * (BigInt(time) - this.#at);
		this.#at = BigInt(time);
		this.#spill();
	}

	#spill(): void {
		if (this.#level > this.#capacity) this.#level = this.#capacity;
	}
}
