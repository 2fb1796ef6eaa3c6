import type { Nanoseconds } from '../kernel/time';
import type { Message } from './message';

/** So many moves apart the totals of all ways are noted. */
const BLOCK = 64;

/** What the log hands out for each move. */
export type MoveVisitor = (time: Nanoseconds, message: Message, from: number, to: number) => void;

/**
 * The latest moves of messages, for the picture; older ones are overwritten. Each move knows the one
 * before it on the same way, and every now and then the totals of all ways are noted. So a picture
 * lists the last few of each way and counts all of them, and looks at no more than it lists.
 */
export class MoveLog {
	readonly #capacity: number;
	/** How many stations and exits there are: a way is from × places + to. */
	readonly #places: number;
	readonly #times: Float64Array;
	readonly #messages: Int32Array;
	readonly #ways: Uint16Array;
	/** The number of the move before on the same way, -1 for none. Moves are numbered from 0. */
	readonly #earlier: Float64Array;
	#count = 0;
	/** The ways that were ever taken, and of each the number of its latest move and of all moves. */
	readonly #taken: number[] = [];
	readonly #latest: Float64Array;
	readonly #totals: Uint32Array;
	/** The totals before every move whose number is a multiple of `BLOCK`. */
	readonly #notes: Uint32Array;

	/**
	 * @param capacity moves that are kept, a multiple of 64
	 * @param places stations and exits together
	 */
	constructor(capacity: number, places: number) {
		const ways = places * places;
		this.#capacity = capacity;
		this.#places = places;
		this.#times = new Float64Array(capacity);
		this.#messages = new Int32Array(capacity);
		this.#ways = new Uint16Array(capacity);
		this.#earlier = new Float64Array(capacity);
		this.#latest = new Float64Array(ways).fill(-1);
		this.#totals = new Uint32Array(ways);
		this.#notes = new Uint32Array((capacity / BLOCK + 1) * ways);
	}

	/** Adds a move, not before the one that was added last. One to no place is not seen. */
	push(time: Nanoseconds, message: Message, from: number, to: number): void {
		if (from < 0 || to < 0) return;
		const way = from * this.#places + to;
		const number = this.#count++;
		const slot = number % this.#capacity;
		const earlier = this.#latest[way] as number;
		if (earlier < 0) this.#taken.push(way);
		this.#times[slot] = time;
		this.#messages[slot] = message;
		this.#ways[slot] = way;
		this.#earlier[slot] = earlier;
		this.#latest[way] = number;
		this.#totals[way] = (this.#totals[way] as number) + 1;
		if (this.#count % BLOCK === 0) this.#notes.set(this.#totals, this.#noteBefore(this.#count));
	}

	/** Tells for each way how many moves on it are kept that are later than `after`, if any. */
	countSince(after: Nanoseconds, visit: (from: number, to: number, count: number) => void): void {
		const first = this.#firstAfter(after);
		const noted = Math.ceil(first / BLOCK) * BLOCK;
		const counts = new Float64Array(this.#totals.length);
		for (let number = first; number < Math.min(noted, this.#count); number++) {
			const way = this.#ways[number % this.#capacity] as number;
			counts[way] = (counts[way] as number) + 1;
		}
		const note = this.#noteBefore(noted);
		for (const way of this.#taken) {
			let count = counts[way] as number;
			if (noted <= this.#count) {
				count += (this.#totals[way] as number) - (this.#notes[note + way] as number);
			}
			if (count > 0) visit(Math.floor(way / this.#places), way % this.#places, count);
		}
	}

	/**
	 * Visits moves that are later than `after`, newest first.
	 * @param most at most so many
	 * @param mostOf and of each way at most so many
	 */
	visitSince(
		after: Nanoseconds,
		most: number,
		mostOf: (from: number, to: number) => number,
		visit: MoveVisitor
	): void {
		const first = this.#firstAfter(after);
		const heads = this.#taken.map((way) => {
			const from = Math.floor(way / this.#places);
			const to = way % this.#places;
			return { from, to, next: this.#latest[way] as number, left: mostOf(from, to) };
		});
		for (let visited = 0; visited < most; visited++) {
			let newest: (typeof heads)[number] | null = null;
			for (const head of heads) {
				if (head.left > 0 && head.next >= (newest?.next ?? first)) newest = head;
			}
			if (newest === null) return;
			const slot = newest.next % this.#capacity;
			visit(this.#times[slot] as number, this.#messages[slot] as number, newest.from, newest.to);
			newest.next = this.#earlier[slot] as number;
			newest.left--;
		}
	}

	/** The number of the first move that is kept and later than `after`. */
	#firstAfter(after: Nanoseconds): number {
		let from = Math.max(0, this.#count - this.#capacity);
		let to = this.#count;
		while (from < to) {
			const middle = Math.floor((from + to) / 2);
			if ((this.#times[middle % this.#capacity] as number) > after) to = middle;
			else from = middle + 1;
		}
		return from;
	}

	/** Where the totals before a move are noted. */
	#noteBefore(number: number): number {
		return ((number / BLOCK) % (this.#capacity / BLOCK + 1)) * this.#totals.length;
	}
}
