import type { Nanoseconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Engine, Frame, History, RunId, Target } from './protocol';
import type { Clock } from './timeline/slice';
import { Timeline } from './timeline/timeline';

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
		this.#timelines.set(
			run,
			timeline?.continueAs(run, scenario, Strategy, time) ??
				new Timeline(run, scenario, Strategy, this.#clock)
		);
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

	glimpse(run: RunId, time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Frame {
		return this.#timelineOf(run).glimpse(time, changes, window);
	}

	rest(run: RunId, time: Nanoseconds, event: number): boolean {
		return this.#timelineOf(run).rest(time, event);
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
