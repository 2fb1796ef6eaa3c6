import { grown } from './grown';
import type { Nanoseconds } from './time';

/** Somebody whose turn comes at a set time. */
export interface TimerOwner {
	/** Called at the time. Wakes processes and acts; never runs the clock. */
	fire(): void;
}

/**
 * The order of events at one instant, smallest first. This table is the contract's rule "at one
 * instant" and stands nowhere else: what can be sent, received or started happens between two
 * timers, when the ready queue runs dry.
 */
export const TIMER_CLASS = {
	change: 0,
	completion: 1,
	request: 2,
	delivery: 3,
	lagSample: 4,
	retry: 5,
	offer: 6
} as const;

export type TimerClass = (typeof TIMER_CLASS)[keyof typeof TIMER_CLASS];

// Class and sequence share one double, so that two timers of one instant compare in one step.
const CLASS_STEP = 0x4_0000_0000_0000; // 2^50

/**
 * The pending timers, by (time, class, sequence). Each owner has one place for life and at most one
 * pending time. A binary heap over typed arrays with back references, so that a timer can be moved
 * or canceled in O(log n).
 */
export class Timers {
	#owners: (TimerOwner | null)[] = [];
	/** Class and sequence of each place. */
	#orders = new Float64Array(16);
	/** Where in the heap each place stands; -1 when it is not pending. */
	#whereabouts = new Int32Array(16).fill(-1);
	/** The places in the heap, the one that is due next on top, and their times. */
	#heap = new Int32Array(16);
	#times = new Float64Array(16);
	#length = 0;
	/**
	 * True while the top of the heap is the place that was taken out last. Mostly a new timer is set
	 * next, and takes its stead: the heap is mended once and not twice. Until then its time, which is
	 * before all others, keeps the heap in order.
	 */
	#isTopGone = false;
	#sequence = 0;
	readonly #free: number[] = [];

	/** Gives an owner its place. */
	register(owner: TimerOwner): number {
		const place = this.#free.pop() ?? this.#owners.length;
		this.#owners[place] = owner;
		if (place >= this.#heap.length) this.#grow();
		return place;
	}

	/** Takes the place back, pending or not. */
	release(place: number): void {
		this.cancel(place);
		this.#owners[place] = null;
		this.#free.push(place);
	}

	/** Sets the time of a place, pending or not. */
	set(place: number, time: Nanoseconds, timerClass: TimerClass): void {
		this.cancel(place);
		this.#orders[place] = timerClass * CLASS_STEP + this.#sequence++;
		if (this.#isTopGone) {
			this.#isTopGone = false;
			this.#sink(0, place, time);
		} else this.#rise(this.#length++, place, time);
	}

	cancel(place: number): void {
		const index = this.#whereabouts[place] as number;
		if (index < 0) return;
		this.#whereabouts[place] = -1;
		const length = --this.#length;
		if (index === length) return;
		const last = this.#heap[length] as number;
		const time = this.#times[length] as number;
		this.#rise(index, last, time);
		this.#sink(this.#whereabouts[last] as number, last, time);
	}

	/** When the place is due; Infinity when it is not pending. */
	timeOf(place: number): Nanoseconds {
		const index = this.#whereabouts[place] as number;
		return index < 0 ? Infinity : (this.#times[index] as number);
	}

	/** The time of the next timer; Infinity when none is pending. */
	get nextTime(): Nanoseconds {
		this.#mend();
		return this.#length === 0 ? Infinity : (this.#times[0] as number);
	}

	/**
	 * Takes out the next timer and returns its owner.
	 * @throws {RangeError} if none is pending.
	 */
	shift(): TimerOwner {
		this.#mend();
		if (this.#length === 0) throw new RangeError('no timer is pending');
		const place = this.#heap[0] as number;
		this.#whereabouts[place] = -1;
		this.#isTopGone = true;
		// A pending place has its owner until it is released, and release cancels it.
		return this.#owners[place] as TimerOwner;
	}

	/** Puts the last timer where the top is gone. */
	#mend(): void {
		if (!this.#isTopGone) return;
		this.#isTopGone = false;
		const length = --this.#length;
		if (length > 0) this.#sink(0, this.#heap[length] as number, this.#times[length] as number);
	}

	/** Puts a timer at an index of the heap or, as far as it is earlier, above. */
	#rise(index: number, place: number, time: Nanoseconds): void {
		const heap = this.#heap;
		const times = this.#times;
		let at = index;
		while (at > 0) {
			const above = (at - 1) >> 1;
			const other = heap[above] as number;
			const otherTime = times[above] as number;
			if (otherTime < time || (otherTime === time && this.#isOrdered(other, place))) break;
			heap[at] = other;
			times[at] = otherTime;
			this.#whereabouts[other] = at;
			at = above;
		}
		heap[at] = place;
		times[at] = time;
		this.#whereabouts[place] = at;
	}

	/** Puts a timer at an index of the heap or, as far as it is later, below. */
	#sink(index: number, place: number, time: Nanoseconds): void {
		const heap = this.#heap;
		const times = this.#times;
		const length = this.#length;
		let at = index;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= length) break;
			let otherTime = times[below] as number;
			const right = below + 1;
			if (right < length) {
				const rightTime = times[right] as number;
				if (
					rightTime < otherTime ||
					(rightTime === otherTime && this.#isOrdered(heap[right] as number, heap[below] as number))
				) {
					below = right;
					otherTime = rightTime;
				}
			}
			const other = heap[below] as number;
			if (time < otherTime || (otherTime === time && this.#isOrdered(place, other))) break;
			heap[at] = other;
			times[at] = otherTime;
			this.#whereabouts[other] = at;
			at = below;
		}
		heap[at] = place;
		times[at] = time;
		this.#whereabouts[place] = at;
	}

	/** Whether the first of two timers of one instant fires first. */
	#isOrdered(one: number, other: number): boolean {
		return (this.#orders[one] as number) < (this.#orders[other] as number);
	}

	#grow(): void {
		const length = this.#heap.length;
		this.#times = grown(this.#times, 2 * length);
		this.#orders = grown(this.#orders, 2 * length);
		this.#heap = grown(this.#heap, 2 * length);
		this.#whereabouts = grown(this.#whereabouts, 2 * length).fill(-1, length);
	}
}
