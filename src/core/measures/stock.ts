import type { Nanoseconds } from '../kernel/time';

/**
 * A number of things that are somewhere, followed through time: its value, its time-weighted mean
 * and its largest value after any event.
 */
export class Stock {
	#value = 0;
	#max = 0;
	/** Value × time up to the last change. */
	#area = 0;
	#changedAt: Nanoseconds = 0;

	get value(): number {
		return this.#value;
	}

	get max(): number {
		return this.#max;
	}

	/** Adds `change` things at `now`, which is not before the last change. */
	add(change: number, now: Nanoseconds): void {
		this.#area += this.#value * (now - this.#changedAt);
		this.#changedAt = now;
		this.#value += change;
	}

	/** Takes note of the value after an event; what it was meanwhile does not count. */
	settle(): void {
		if (this.#value > this.#max) this.#max = this.#value;
	}

	/** Value × time from 0 to `now`, in things × nanoseconds. */
	areaUpTo(now: Nanoseconds): number {
		return this.#area + this.#value * (now - this.#changedAt);
	}
}
