import type { Nanoseconds } from '../../core/kernel/time';
import type { Summary } from '../../core/measures/series';
import { Stock } from '../../core/measures/stock';

/** Follows one number of a strategy, and makes one value of each column out of it. */
export class Follower {
	readonly #read: () => number;
	readonly #summary: Summary;
	readonly #stock = new Stock();
	#beganAt: Nanoseconds = 0;
	#first: number;
	#smallest: number;
	#largest: number;
	#areaBefore = 0;

	constructor(read: () => number, summary: Summary) {
		this.#read = read;
		this.#summary = summary;
		this.#first = this.#smallest = this.#largest = read();
		this.#stock.add(this.#first, 0);
	}

	/** Takes note of the number after an event. */
	settled(now: Nanoseconds): void {
		const value = this.#read();
		if (value < this.#smallest) this.#smallest = value;
		if (value > this.#largest) this.#largest = value;
		this.#stock.add(value - this.#stock.value, now);
	}

	/** The value of the growing column, if it ended now. */
	valueAt(now: Nanoseconds): number {
		switch (this.#summary) {
			case 'smallest':
				return this.#smallest;
			case 'largest':
				return this.#largest;
			case 'last':
				return this.#read();
			case 'added':
				return this.#read() - this.#first;
			case 'mean':
				return (this.#stock.areaUpTo(now) - this.#areaBefore) / Math.max(1, now - this.#beganAt);
		}
	}

	/** Begins a column. What was before it need not have been followed. */
	begin(now: Nanoseconds): void {
		this.#beganAt = now;
		this.#first = this.#smallest = this.#largest = this.#read();
		this.#stock.add(this.#first - this.#stock.value, now);
		this.#areaBefore = this.#stock.areaUpTo(now);
	}
}
