import type { Nanoseconds } from '../../core/kernel/time';
import type { Outcome } from '../../core/ledger/message-observer';

/** The times of a message, in the order of the table. */
export const COLUMNS = ['offered', 'accepted', 'started', 'completed'] as const;
export type Column = (typeof COLUMNS)[number];

const OUTCOMES: readonly Outcome[] = ['waiting', 'done', 'refused', 'dropped', 'lost'];

const PLACE = { offered: 0, accepted: 1, started: 2, completed: 3 } as const;
const BYTES_PER_MESSAGE = 8 * COLUMNS.length + 1;

/**
 * The rows of so many messages one after the other, in bytes that can go to a file and come back:
 * column after column, a double each, then a byte each for how it ended.
 */
export class ItemPage {
	/** Which page of the table it holds, from 0. */
	number = 0;
	/** Larger than that of every page that was used before it. */
	lastUse = 0;
	/** Whether it has anything that the file has not. */
	isChanged = false;
	readonly bytes: Uint8Array;
	readonly #length: number;
	readonly #times: Float64Array;
	readonly #outcomes: Uint8Array;

	/** @param length in messages */
	constructor(length: number) {
		const buffer = new ArrayBuffer(BYTES_PER_MESSAGE * length);
		this.bytes = new Uint8Array(buffer);
		this.#length = length;
		this.#times = new Float64Array(buffer, 0, COLUMNS.length * length);
		this.#outcomes = new Uint8Array(buffer, this.#times.byteLength);
	}

	/** Begins a row; whatever was there before is gone. */
	offer(row: number, now: Nanoseconds): void {
		this.setTime('offered', row, now);
		this.setTime('accepted', row, Number.NaN);
		this.setTime('started', row, Number.NaN);
		this.setTime('completed', row, Number.NaN);
		this.setOutcome(row, 'waiting');
	}

	setTime(column: Column, row: number, time: Nanoseconds): void {
		this.#times[PLACE[column] * this.#length + row] = time;
		this.isChanged = true;
	}

	setOutcome(row: number, outcome: Outcome): void {
		this.#outcomes[row] = OUTCOMES.indexOf(outcome);
		this.isChanged = true;
	}

	/** In integer nanoseconds; null where it did not happen. */
	time(column: Column, row: number): Nanoseconds | null {
		const time = this.#times[PLACE[column] * this.#length + row] ?? Number.NaN;
		return Number.isNaN(time) ? null : time;
	}

	outcome(row: number): Outcome {
		return OUTCOMES[this.#outcomes[row] ?? 0] ?? 'waiting';
	}
}
