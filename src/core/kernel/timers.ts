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
	#times = new Float64Array(16);
	#orders = new Float64Array(16);
	/** Where in the heap each place stands; -1 when it is not pending. */
	#whereabouts = new Int32Array(16).fill(-1);
	#heap = new Int32Array(16);
	#length = 0;
	#sequence = 0;
	readonly #free: number[] = [];

	get length(): number {
		return this.#length;
	}

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
		this.#times[place] = time;
		this.#orders[place] = timerClass * CLASS_STEP + this.#sequence++;
		const index = this.#whereabouts[place] as number;
		if (index < 0) {
			this.#heap[this.#length] = place;
			this.#rise(this.#length++);
		} else {
			this.#rise(index);
			this.#sink(this.#whereabouts[place] as number);
		}
	}

	cancel(place: number): void {
		const index = this.#whereabouts[place] as number;
		if (index < 0) return;
		this.#whereabouts[place] = -1;
		const last = this.#heap[--this.#length] as number;
		if (last === place) return;
		this.#heap[index] = last;
		this.#whereabouts[last] = index;
		this.#rise(index);
		this.#sink(this.#whereabouts[last] as number);
	}

	/** When the place is due; Infinity when it is not pending. */
	timeOf(place: number): Nanoseconds {
		return (this.#whereabouts[place] as number) < 0 ? Infinity : (this.#times[place] as number);
	}

	/** The time of the next timer; Infinity when none is pending. */
	get nextTime(): Nanoseconds {
		return this.#length === 0 ? Infinity : (this.#times[this.#heap[0] as number] as number);
	}

	/**
	 * Takes out the next timer and returns its owner.
	 * @throws {RangeError} if none is pending.
	 */
	shift(): TimerOwner {
		if (this.#length === 0) throw new RangeError('no timer is pending');
		const place = this.#heap[0] as number;
		this.#whereabouts[place] = -1;
		const last = this.#heap[--this.#length] as number;
		if (this.#length > 0) {
			this.#heap[0] = last;
			this.#whereabouts[last] = 0;
			this.#sink(0);
		}
		// A pending place has its owner until it is released, and release cancels it.
		return this.#owners[place] as TimerOwner;
	}

	#rise(index: number): void {
		const heap = this.#heap;
		const place = heap[index] as number;
		let at = index;
		while (at > 0) {
			const above = (at - 1) >> 1;
			const other = heap[above] as number;
			if (!this.#isBefore(place, other)) break;
			heap[at] = other;
			this.#whereabouts[other] = at;
			at = above;
		}
		heap[at] = place;
		this.#whereabouts[place] = at;
	}

	#sink(index: number): void {
		const heap = this.#heap;
		const place = heap[index] as number;
		const length = this.#length;
		let at = index;
		for (;;) {
			let below = 2 * at + 1;
			if (below >= length) break;
			if (below + 1 < length && this.#isBefore(heap[below + 1] as number, heap[below] as number)) {
				below++;
			}
			const other = heap[below] as number;
			if (!this.#isBefore(other, place)) break;
			heap[at] = other;
			this.#whereabouts[other] = at;
			at = below;
		}
		heap[at] = place;
		this.#whereabouts[place] = at;
	}

	#isBefore(one: number, other: number): boolean {
		const difference = (this.#times[one] as number) - (this.#times[other] as number);
		if (difference !== 0) return difference < 0;
		return (this.#orders[one] as number) < (this.#orders[other] as number);
	}

	#grow(): void {
		const size = 2 * this.#heap.length;
		const times = new Float64Array(size);
		times.set(this.#times);
		this.#times = times;
		const orders = new Float64Array(size);
		orders.set(this.#orders);
		this.#orders = orders;
		const whereabouts = new Int32Array(size).fill(-1);
		whereabouts.set(this.#whereabouts);
		this.#whereabouts = whereabouts;
		const heap = new Int32Array(size);
		heap.set(this.#heap);
		this.#heap = heap;
	}
}
