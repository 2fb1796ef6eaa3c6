import type { Nanoseconds } from '../kernel/time';

const FIELDS = 4;

/** What the log hands out for each entry: its time, and the three numbers that were put in. */
export type Visitor = (time: Nanoseconds, first: number, second: number, third: number) => void;

/**
 * The latest of many things that happened, for the picture; older ones are overwritten. Signals that
 * traveled upstream are (signal, amount, 0).
 */
export class RecentLog {
	readonly #fields: Float64Array;
	readonly #capacity: number;
	#count = 0;

	constructor(capacity: number) {
		this.#capacity = capacity;
		this.#fields = new Float64Array(capacity * FIELDS);
	}

	push(time: Nanoseconds, first: number, second: number, third: number): void {
		const place = (this.#count++ % this.#capacity) * FIELDS;
		this.#fields[place] = time;
		this.#fields[place + 1] = first;
		this.#fields[place + 2] = second;
		this.#fields[place + 3] = third;
	}

	/** Visits the entries later than `after`, newest first. */
	visitSince(after: Nanoseconds, visit: Visitor): void {
		const oldest = Math.max(0, this.#count - this.#capacity);
		for (let index = this.#count - 1; index >= oldest; index--) {
			const place = (index % this.#capacity) * FIELDS;
			const time = this.#field(place);
			if (time <= after) return;
			visit(time, this.#field(place + 1), this.#field(place + 2), this.#field(place + 3));
		}
	}

	#field(place: number): number {
		// Every place up to the capacity is there.
		return this.#fields[place] as number;
	}
}
