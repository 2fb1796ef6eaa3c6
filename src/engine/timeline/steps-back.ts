import type { Nanoseconds } from '../../core/kernel/time';
import type { Run } from '../../core/run/run';
import type { Frame } from '../protocol';
import type { Slice } from './slice';

/** Somewhere in a run: at a time, with all that happens then, or just after an event. */
export interface Point {
	/** Infinity for a point just after an event. */
	readonly time: Nanoseconds;
	/** Infinity for a point at a time. */
	readonly event: number;
}

/** So many pictures are kept at hand. */
const KEPT = 64;

/** Pictures between two looks at the clock. */
const PICTURES_PER_LOOK = 8;

/** With fewer than so many left, a run is brought to where more can be taken. */
const ENOUGH = KEPT / 2;

/**
 * What makes a step back quick: the pictures just behind where somebody looks, event by event, and
 * a trailing run that stands before the first of them, from which more are a short walk.
 */
export class StepsBack {
	readonly #frames = new Map<number, Frame>();
	#trail: Run | null = null;
	/** The event at which somebody looked last. */
	#looked = 0;

	/** The picture of a point, if it is at hand. */
	frameAt({ time, event }: Point): Frame | undefined {
		if (event < Infinity) return this.#frames.get(event);
		return [...this.#frames.values()].find((frame) => frame.time === time && frame.next > time);
	}

	get trail(): Run | null {
		return this.#trail;
	}

	/** Gives the trailing run away, to be taken forward. */
	giveTrail(): void {
		this.#trail = null;
	}

	/**
	 * Takes a run to a point behind. Who goes back a little is likely to go on, so the pictures of the
	 * last events before the point, or before where somebody looked, are kept on the way. True when it
	 * is there, false when the slice is over.
	 */
	walk(run: Run, { time, event }: Point, slice: Slice, picture: (run: Run) => Frame): boolean {
		const last = event < Infinity ? event : this.#looked;
		const first = last - KEPT + 1;
		if (run.event < first) {
			if (!slice.advance(run, time, first)) return false;
			if (run.event < first) return true;
		}
		for (let pictures = 1; run.event <= last; pictures++) {
			// Where time has gone on since an event, this is no picture of the event.
			if (run.time === run.latestEventTime) this.#keep(picture(run));
			if (run.event === last) break;
			if (pictures % PICTURES_PER_LOOK === 0 && slice.isOver) return false;
			if (run.advance(time, 1)) return true;
		}
		return slice.advance(run, time, event);
	}

	/**
	 * Gets ready for steps back from an event: a trailing run stands before the pictures at hand, or
	 * there are enough of them. True when nothing is left to do.
	 * @param start makes a run at 0
	 */
	prepare(event: number, slice: Slice, start: () => Run): boolean {
		this.#looked = event;
		let first = event;
		while (this.#frames.has(first - 1)) first--;
		const point = first - KEPT;
		if (event - first >= ENOUGH || point <= 0) return true;
		if (this.#trail === null || this.#trail.event > first - ENOUGH) this.#trail = start();
		return slice.advance(this.#trail, Infinity, point);
	}

	/** Forgets the pictures, not the run. */
	forget(): void {
		this.#frames.clear();
	}

	/** Keeps a picture; the one that was kept longest gives way. */
	#keep(frame: Frame): void {
		this.#frames.delete(frame.event);
		this.#frames.set(frame.event, frame);
		const [oldest] = this.#frames.keys();
		if (this.#frames.size > KEPT && oldest !== undefined) this.#frames.delete(oldest);
	}
}
