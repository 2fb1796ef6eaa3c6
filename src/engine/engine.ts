import type { Nanoseconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Engine, Frame, History, RunId, Target } from './protocol';
import type { Clock } from './slice';
import { Timeline } from './timeline';

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
		this.#timeline =
			this.#timeline?.continueAs(run, scenario, Strategy, time) ??
			new Timeline(run, scenario, Strategy, this.#clock);
		return this.travel(run, { kind: 'time', time }, window);
	}

	travel(run: RunId, target: Target, window: Nanoseconds): Frame {
		return this.#current(run).travel(target, window);
	}

	preview(run: RunId, time: Nanoseconds): Frame | null {
		return this.#current(run).preview(time);
	}

	glimpse(run: RunId, time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Frame {
		return this.#current(run).glimpse(time, changes, window);
	}

	rest(run: RunId, time: Nanoseconds, event: number): boolean {
		return this.#current(run).rest(time, event);
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
