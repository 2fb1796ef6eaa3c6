import type { Nanoseconds } from '../kernel/time';

const CAPACITY = 1024;

/** The latest 1024 signals that traveled upstream, for the picture. */
export class SignalLog {
	readonly #signals = new Int32Array(CAPACITY);
	readonly #times = new Float64Array(CAPACITY);
	readonly #amounts = new Float64Array(CAPACITY);
	#count = 0;

	push(signal: number, time: Nanoseconds, amount: number): void {
		const place = this.#count++ % CAPACITY;
		this.#signals[place] = signal;
		this.#times[place] = time;
		this.#amounts[place] = amount;
	}

	/** Visits the signals later than `after`, newest first. */
	visitSince(
		after: Nanoseconds,
		visit: (signal: number, time: Nanoseconds, amount: number) => void
	): void {
		const oldest = Math.max(0, this.#count - CAPACITY);
		for (let index = this.#count - 1; index >= oldest; index--) {
			const place = index % CAPACITY;
			const time = this.#times[place] as number;
			if (time <= after) return;
			visit(this.#signals[place] as number, time, this.#amounts[place] as number);
		}
	}
}
