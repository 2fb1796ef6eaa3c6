import type { Nanoseconds } from '../core/kernel/time';
import { fromSeconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Engine, Frame, History, RunId, Target } from './protocol';
import { type Clock, Timeline } from './timeline';

/**
 * The engine, in the thread it is created in. It does what `Engine` promises, once somebody hands it
 * the strategy of the scenario.
 */
export class LocalEngine implements Omit<Engine, 'prepare' | 'open'> {
	readonly #clock: Clock;
	readonly #timelines = new Map<RunId, Timeline>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	open(
		run: RunId,
		scenario: Scenario,
		Strategy: Strategy,
		time: Nanoseconds,
		window: Nanoseconds,
		replaced: RunId | null = null
	): Frame {
		const timeline = replaced === null ? undefined : this.#timelines.get(replaced);
		if (replaced !== null) this.close(replaced);
		const grown = timeline === undefined ? null : grow(timeline, run, scenario, time);
		this.#timelines.set(run, grown ?? new Timeline(run, scenario, Strategy, this.#clock));
		return this.travel(run, { kind: 'time', time }, window);
	}

	close(run: RunId): void {
		this.#timelines.delete(run);
	}

	travel(run: RunId, target: Target, window: Nanoseconds): Frame {
		return this.#timelineOf(run).travel(target, window);
	}

	preview(run: RunId, time: Nanoseconds): Frame | null {
		return this.#timelineOf(run).preview(time);
	}

	rest(run: RunId): boolean {
		return this.#timelineOf(run).rest();
	}

	history(run: RunId, first: number): History {
		return this.#timelineOf(run).history(first);
	}

	/** @throws {RangeError} if the run is not open. */
	#timelineOf(run: RunId): Timeline {
		const timeline = this.#timelines.get(run);
		if (timeline === undefined) throw new RangeError(`run ${run} is not open`);
		return timeline;
	}
}

/** The timeline under a new name, if all that is new is a change that it can still make. */
function grow(
	timeline: Timeline,
	run: RunId,
	scenario: Scenario,
	time: Nanoseconds
): Timeline | null {
	const change = addedChange(timeline.scenario, scenario);
	if (change === null || change.set === 'duration' || fromSeconds(change.at) !== time) return null;
	if (!timeline.canGrowAt(time)) return null;
	timeline.grow(run, scenario, change);
	return timeline;
}

/** The one change that `next` has and `scenario` has not; null if they differ in anything else. */
function addedChange(scenario: Scenario, next: Scenario): Change | null {
	const change = next.changes.at(-1);
	if (change === undefined || next.changes.length !== scenario.changes.length + 1) return null;
	const before = { ...next, changes: next.changes.slice(0, -1) };
	return JSON.stringify(before) === JSON.stringify(scenario) ? change : null;
}
