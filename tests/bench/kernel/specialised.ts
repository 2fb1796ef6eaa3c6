import { LINE, LINE_SLOTS, MESSAGES, QUEUE, TASK_PERMITS, TASKS } from './workloads';

/**
 * The two workloads as loops that know nothing but their own model. They show
 * what generality costs, and they are oracles: all must end at the same nanosecond.
 */

/** M/M/1 event by event with two clocks and a ring of waiting messages. */
export function queueSpecialised(): number {
	const { gap, service } = QUEUE;
	let nextOffer = gap(0);
	let nextDone = Infinity;
	let offered = 0;
	let started = 0;
	let now = 0;
	for (;;) {
		if (nextDone <= nextOffer) {
			if (nextDone === Infinity) return now;
			now = nextDone;
			if (started < offered) nextDone = now + service(started++);
			else nextDone = Infinity;
		} else {
			now = nextOffer;
			offered++;
			nextOffer = offered < MESSAGES ? now + gap(offered) : Infinity;
			if (nextDone === Infinity) nextDone = now + service(started++);
		}
	}
}

/** The blocking line event by event: a producer that makes or is blocked, a consumer, a count. */
export function lineSpecialised(): number {
	const { gap, service } = LINE;
	let made = 0;
	let started = 0;
	let buffered = 0;
	let isBlocked = false;
	let nextMade = gap(0);
	let nextDone = Infinity;
	let now = 0;
	for (;;) {
		if (nextDone <= nextMade) {
			if (nextDone === Infinity) return now;
			now = nextDone;
			if (buffered === 0) nextDone = Infinity;
			else {
				buffered--;
				nextDone = now + service(started++);
				if (isBlocked) {
					isBlocked = false;
					buffered++;
					nextMade = made < MESSAGES ? now + gap(made) : Infinity;
				}
			}
		} else {
			now = nextMade;
			made++;
			if (nextDone === Infinity) nextDone = now + service(started++);
			else if (buffered < LINE_SLOTS) buffered++;
			else isBlocked = true;
			nextMade = isBlocked || made === MESSAGES ? Infinity : now + gap(made);
		}
	}
}

/**
 * The tasks as a heap of ends of service, a ring of waiting messages that is the order of their
 * offers, and a count of free permits.
 */
export function tasksSpecialised(): number {
	const { gap, service } = TASKS;
	const ends = new EndsOfService(TASK_PERMITS);
	let nextOffer = gap(0);
	let offered = 0;
	let started = 0;
	let now = 0;
	for (;;) {
		if (ends.next <= nextOffer) {
			if (ends.next === Infinity) return now;
			now = ends.next;
			if (started < offered) ends.replaceNext(now + service(started++));
			else ends.removeNext();
		} else {
			now = nextOffer;
			offered++;
			nextOffer = offered < MESSAGES ? now + gap(offered) : Infinity;
			if (ends.length < TASK_PERMITS) ends.add(now + service(started++));
		}
	}
}

/** A binary heap of times, the earliest on top. */
class EndsOfService {
	readonly #heap: Float64Array;
	#length = 0;

	constructor(size: number) {
		this.#heap = new Float64Array(size + 1).fill(Infinity);
	}

	get length(): number {
		return this.#length;
	}

	/** The earliest time; Infinity when there is none. */
	get next(): number {
		return this.#length === 0 ? Infinity : (this.#heap[0] as number);
	}

	add(time: number): void {
		const heap = this.#heap;
		let at = this.#length++;
		while (at > 0) {
			const above = (at - 1) >> 1;
			if ((heap[above] as number) <= time) break;
			heap[at] = heap[above] as number;
			at = above;
		}
		heap[at] = time;
	}

	replaceNext(time: number): void {
		const heap = this.#heap;
		const length = this.#length;
		let at = 0;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= length) break;
			if (below + 1 < length && (heap[below + 1] as number) < (heap[below] as number)) below++;
			if ((heap[below] as number) >= time) break;
			heap[at] = heap[below] as number;
			at = below;
		}
		heap[at] = time;
	}

	removeNext(): void {
		const last = this.#heap[--this.#length] as number;
		this.replaceNext(last);
	}
}
