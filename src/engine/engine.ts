import type { Nanoseconds } from '../core/kernel/time';
import { fromSeconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Engine, Frame, History, RunId, Target } from './protocol';
import { type Clock, Timeline } from './timeline';

/**
 * The engine: one run at a time, in the thread it is created in. It does what `Engine` promises, once
 * somebody hands it the strategy of the scenario.
 */
export class LocalEngine implements Omit<Engine, 'open'> {
	readonly #clock: Clock;
	#timeline: Timeline | null = null;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	open(
		run: RunId,
		scenario: Scenario,
		Strategy: Strategy,
		time: Nanoseconds,
		window: Nanoseconds
	): Frame {
		const timeline = this.#timeline;
		const change = timeline === null ? null : addedChange(timeline.scenario, scenario);
		const canGrow = change !== null && fromSeconds(change.at) === time && change.set !== 'duration';
		if (timeline !== null && canGrow && timeline.canGrowAt(time)) {
			timeline.grow(run, scenario, change);
		} else this.#timeline = new Timeline(run, scenario, Strategy, this.#clock);
		return this.travel(run, { kind: 'time', time }, window);
	}

	travel(run: RunId, target: Target, window: Nanoseconds): Frame {
		return this.#current(run).travel(target, window);
	}

	preview(run: RunId, time: Nanoseconds): Frame | null {
		return this.#current(run).preview(time);
	}

	rest(run: RunId): boolean {
		return this.#current(run).rest();
	}

	history(run: RunId, first: number): History {
		return this.#current(run).history(first);
	}

	/** @throws {RangeError} if another run is open, or none. */
	#current(run: RunId): Timeline {
		if (this.#timeline?.id !== run) throw new RangeError(`run ${run} is not open`);
		return this.#timeline;
	}
}

/** The one change that `next` has and `scenario` has not; null if they differ in anything else. */
function addedChange(scenario: Scenario, next: Scenario): Change | null {
	const change = next.changes.at(-1);
	if (change === undefined || next.changes.length !== scenario.changes.length + 1) return null;
	const before = { ...next, changes: next.changes.slice(0, -1) };
	return JSON.stringify(before) === JSON.stringify(scenario) ? change : null;
}
