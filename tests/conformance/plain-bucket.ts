import type { BucketClock, BucketOptions } from '../../src/core/primitives/token-bucket';
import type { Bucket } from './primitives/token-bucket/lab';

/** Nano-tokens in a token. */
export const NANO = 1e9;

/** A token bucket as plain as can be, for the mutants to be wrong in one place. */
export class PlainBucket implements Bucket {
	readonly clock: BucketClock;
	capacity: number;
	rate: number;
	/** In nano-tokens, as it was at `at`. */
	level: number;
	at: number;

	constructor(clock: BucketClock, { capacity, rate, initial }: BucketOptions) {
		this.clock = clock;
		this.capacity = capacity * NANO;
		this.rate = rate;
		this.level = initial * NANO;
		this.at = clock.now;
	}

	refill(elapsed: number): number {
		return elapsed * this.rate;
	}

	nanoTokensAt(time: number): number {
		const elapsed = time - this.at;
		if (elapsed < 0) throw new RangeError(`time went back by ${-elapsed} ns`);
		return Math.min(this.capacity, this.level + this.refill(elapsed));
	}

	look(): void {
		this.level = this.nanoTokensAt(this.clock.now);
		this.at = this.clock.now;
	}

	levelAt(time: number): number {
		return this.nanoTokensAt(time) / NANO;
	}

	tryConsume(tokens = 1): boolean {
		this.look();
		if (this.level < tokens * NANO) return false;
		this.level -= tokens * NANO;
		return true;
	}

	timeUntil(tokens: number): number {
		const missing = tokens * NANO - this.nanoTokensAt(this.clock.now);
		if (missing <= 0) return 0;
		if (tokens * NANO > this.capacity || this.rate === 0) return Infinity;
		return Math.ceil(missing / this.rate);
	}

	setRate(rate: number): void {
		this.look();
		this.rate = rate;
	}

	setCapacity(capacity: number): void {
		this.look();
		this.capacity = capacity * NANO;
		this.level = Math.min(this.level, this.capacity);
	}
}
