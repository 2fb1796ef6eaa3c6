import type { Nanoseconds } from '../core/kernel/time';
import { BudgetError, Run } from '../core/run/run';
import type { Change, Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import { composeFrame } from './compose-frame';
import { Head } from './head';
import type { Frame, History, RunId, Stopped, Target } from './protocol';

/** Tells the time in milliseconds, to measure how long a slice has taken. */
export type Clock = () => number;

/** How long one call may work, in milliseconds, so that the engine always answers. */
const SLICE = 8;

/** Events between two looks at the clock. */
const EVENTS_PER_LOOK = 1000;

/** So many events behind the learner the trailing run stands, and so many steps back it serves. */
const TRAIL = 64;

/**
 * One run and every time in it. Because a run follows from data, the past is reached by running
 * again. What makes that quick is that three runs stand at different times: the head, furthest of
 * all, which writes the history; a walker, where the learner looks when that is in the past; and a
 * trailing run a few events behind, from which a step back is a short walk.
 */
export class Timeline {
	#id: RunId;
	#scenario: Scenario;
	readonly #Strategy: Strategy;
	readonly #clock: Clock;
	readonly #head: Head;
	#walker: Run | null = null;
	#trail: Run | null = null;
	/** The frames just behind the learner, by event, from the last walk of the trailing run. */
	readonly #steps = new Map<number, Frame>();
	/** What the learner looks at. */
	#cursor: Frame;
	#window: Nanoseconds = 0;

	constructor(id: RunId, scenario: Scenario, Strategy: Strategy, clock: Clock) {
		this.#id = id;
		this.#scenario = scenario;
		this.#Strategy = Strategy;
		this.#clock = clock;
		this.#head = new Head(id, scenario, Strategy);
		this.#cursor = this.#compose(this.#head.run, true);
	}

	get id(): RunId {
		return this.#id;
	}

	get scenario(): Scenario {
		return this.#scenario;
	}

	/**
	 * Whether a change at `time` can simply be added: the learner looks there, nothing is known
	 * beyond, and nothing has happened at just this time, where replay would put the change first.
	 */
	canGrowAt(time: Nanoseconds): boolean {
		const { run } = this.#head;
		const isThere = this.#cursor.time === time && run.time === time;
		return isThere && run.event === this.#cursor.event && run.latestEventTime < time;
	}

	/** Goes on as the run `id`, with one more change at the present time. */
	grow(id: RunId, scenario: Scenario, change: Change): void {
		this.#id = id;
		this.#head.id = id;
		this.#scenario = scenario;
		this.#head.run.change(change);
		this.#trail?.change(change);
		this.#walker = null;
		this.#steps.clear();
	}

	/** Goes toward a target for one slice, and shows where it got to. */
	travel(target: Target, window: Nanoseconds): Frame {
		this.#window = window;
		this.#head.window = window;
		const deadline = this.#clock() + SLICE;
		try {
			this.#cursor = this.#goTo(this.#placeOf(target, deadline), deadline);
		} catch (error) {
			this.#cursor = this.#compose(this.#head.run, true, reasonOf(error));
		}
		return this.#cursor;
	}

	/** The stored frame of the column that ends at or before `time`. */
	preview(time: Nanoseconds): Frame | null {
		return this.#head.previewAt(time);
	}

	history(first: number): History {
		return this.#head.historyFrom(first);
	}

	/** Brings the trailing run to its place behind the learner. True when it is there. */
	rest(): boolean {
		const place = this.#cursor.event - TRAIL;
		if (place <= 0 || this.#steps.has(this.#cursor.event - 1)) return true;
		if (this.#trail === null || this.#trail.event > this.#cursor.event - 1) {
			this.#trail = this.#startRun();
		}
		const trail = this.#trail;
		if (trail.event >= place) return true;
		return this.#run(trail, Infinity, place, this.#clock() + SLICE);
	}

	/** A moment or an end has a place like any other; finding it may take several slices. */
	#placeOf(target: Target, deadline: number): Target {
		if (target.kind !== 'moment') return target;
		const { event } = this.#cursor;
		const known = this.#head.moments.find((moment) => moment.event > event);
		if (known !== undefined) return { kind: 'event', event: known.event };
		const { run, moments } = this.#head;
		const before = moments.length;
		while (!run.hasEnded && moments.length === before && this.#clock() < deadline) {
			for (let n = 0; n < EVENTS_PER_LOOK && moments.length === before; n++) {
				run.advance(Infinity, 1);
			}
		}
		const found = moments[before];
		if (found !== undefined) return { kind: 'event', event: found.event };
		return run.hasEnded ? { kind: 'time', time: run.time } : target;
	}

	#goTo(target: Target, deadline: number): Frame {
		if (target.kind === 'moment') return this.#compose(this.#head.run, false);
		const time = target.kind === 'time' ? target.time : Infinity;
		const event = target.kind === 'event' ? target.event : Infinity;
		const step = this.#steps.get(event);
		if (step !== undefined) return step;
		const run = this.#runBefore(time, event);
		const isStepBack = event === this.#cursor.event - 1;
		if (!this.#run(run, time, isStepBack ? event - TRAIL : event, deadline)) {
			return this.#compose(run, false);
		}
		if (isStepBack) return this.#walkRecording(run, event);
		return this.#compose(run, true);
	}

	/** The run that stands closest before the place; a new one from 0 if none does. */
	#runBefore(time: Nanoseconds, event: number): Run {
		const head = this.#head.run;
		if (head.time <= time && head.event <= event) return head;
		const behind = [this.#walker, this.#trail].filter(
			(run): run is Run => run !== null && run.time <= time && run.event <= event
		);
		const closest = behind.sort((one, other) => other.event - one.event)[0];
		const run = closest ?? this.#startRun();
		if (run === this.#trail) this.#trail = null;
		this.#walker = run;
		return run;
	}

	/** Walks the last few events one by one and keeps the frame of each, for more steps back. */
	#walkRecording(run: Run, event: number): Frame {
		this.#steps.clear();
		let frame = this.#compose(run, true);
		this.#steps.set(run.event, frame);
		while (run.event < event) {
			run.advance(Infinity, 1);
			frame = this.#compose(run, true);
			this.#steps.set(run.event, frame);
		}
		return frame;
	}

	/** Runs until the time or the event is reached, or the deadline. True when it is reached. */
	#run(run: Run, time: Nanoseconds, event: number, deadline: number): boolean {
		while (run.event < event) {
			const limit = Math.min(EVENTS_PER_LOOK, event - run.event);
			if (run.advance(time, limit)) return true;
			if (this.#clock() >= deadline) return run.event >= event;
		}
		return true;
	}

	#startRun(): Run {
		return new Run(this.#scenario, this.#Strategy, { pictures: true });
	}

	#compose(run: Run, arrived: boolean, stopped: Stopped | null = null): Frame {
		return composeFrame(run, {
			run: this.#id,
			arrived,
			stopped,
			window: this.#window,
			moments: this.#head.moments.length
		});
	}
}

function reasonOf(error: unknown): Stopped {
	const sentence = error instanceof Error ? error.message : String(error);
	return { kind: error instanceof BudgetError ? 'budget' : 'invariant', sentence };
}
