import type { Nanoseconds } from '../../core/kernel/time';
import type { Run } from '../../core/run/run';

/** Tells the time in milliseconds, to measure how long a slice has taken. */
export type Clock = () => number;

/** How long one call may work, in milliseconds, so that the engine always answers. */
const SLICE = 8;

/** Events between two looks at the clock: a fraction of a slice, however slow they are. */
export const EVENTS_PER_LOOK = 250;

/** The time in which one call may work. Who works in it does so in small steps and looks after each. */
export class Slice {
	readonly #clock: Clock;
	readonly #end: number;

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#end = clock() + SLICE;
	}

	get isOver(): boolean {
		return this.#clock() >= this.#end;
	}

	/**
	 * Takes a run forward until the time, the event or the end of the run is reached, or the slice is
	 * over. True when it is reached.
	 */
	advance(run: Run, time: Nanoseconds, event = Infinity): boolean {
		while (run.event < event) {
			const limit = Math.min(EVENTS_PER_LOOK, event - run.event);
			if (run.advance(time, limit)) return true;
			if (this.isOver) return run.event >= event;
		}
		return true;
	}
}
