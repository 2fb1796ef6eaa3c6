import type { Nanoseconds } from '../kernel/time';
import type { Message } from './message';

const CAPACITY = 32_768;
const FIELDS = 4;

/** What the log hands out for each move. */
export type MoveVisitor = (time: Nanoseconds, message: Message, from: number, to: number) => void;

/**
 * The latest 32 768 moves of messages between stations, for the picture. Older ones are
 * overwritten: a window with more moves than that is a blur on any screen.
 */
export class MoveLog {
	readonly #fields = new Float64Array(CAPACITY * FIELDS);
	#count = 0;

	push(time: Nanoseconds, message: Message, from: number, to: number): void {
		const place = (this.#count++ % CAPACITY) * FIELDS;
		this.#fields[place] = time;
		this.#fields[place + 1] = message;
		this.#fields[place + 2] = from;
		this.#fields[place + 3] = to;
	}

	/** Visits the moves later than `after`, newest first. */
	visitSince(after: Nanoseconds, visit: MoveVisitor): void {
		const oldest = Math.max(0, this.#count - CAPACITY);
		for (let index = this.#count - 1; index >= oldest; index--) {
			const place = (index % CAPACITY) * FIELDS;
			const time = this.#fields[place] as number;
			if (time <= after) return;
			visit(
				time,
				this.#fields[place + 1] as number,
				this.#fields[place + 2] as number,
				this.#fields[place + 3] as number
			);
		}
	}
}
