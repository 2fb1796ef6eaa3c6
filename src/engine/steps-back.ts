import type { Run } from '../core/run/run';
import type { Frame } from './protocol';
import type { Slice } from './slice';

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

	/** The picture after so many events, if it is at hand. */
	frameAt(event: number): Frame | undefined {
		return this.#frames.get(event);
	}

	get trail(): Run | null {
		return this.#trail;
	}

	/** Gives the trailing run away, to be taken forward. */
	giveTrail(): void {
		this.#trail = null;
	}

	/**
	 * Takes a run to an event behind. Who goes back by an event is likely to go on, so the pictures of
	 * the last events on the way are kept. True when it is there, false when the slice is over.
	 */
	walk(run: Run, event: number, slice: Slice, picture: (run: Run) => Frame): boolean {
		if (!slice.advance(run, Infinity, event - KEPT + 1)) return false;
		for (let pictures = 1; ; pictures++) {
			// Without an event of its own, what was there before is no picture of the event.
			if (run.time === run.latestEventTime) this.#keep(picture(run));
			if (run.event >= event) return true;
			if (pictures % PICTURES_PER_LOOK === 0 && slice.isOver) return false;
			run.advance(Infinity, 1);
		}
	}

	/**
	 * Gets ready for steps back from an event: a trailing run stands before the pictures at hand, or
	 * there are enough of them. True when nothing is left to do.
	 * @param start makes a run at 0
	 */
	prepare(event: number, slice: Slice, start: () => Run): boolean {
		let first = event;
		while (this.#frames.has(first - 1)) first--;
		const place = first - KEPT;
		if (event - first >= ENOUGH || place <= 0) return true;
		if (this.#trail === null || this.#trail.event > first - ENOUGH) this.#trail = start();
		return slice.advance(this.#trail, Infinity, place);
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
