import type { Nanoseconds } from '../../core/kernel/time';
import { Run } from '../../core/run/run';
import type { Scenario } from '../../core/scenario/scenario';
import type { Strategy } from '../../core/strategies/strategy';
import type { Slice } from './slice';

/** One to be used, and one that stands by. */
const PARKED = 2;

/**
 * Runs that are parked before the time at which a knob is dragged. What is done to a run cannot be
 * taken back, so each of them shows one value of the knob, and others are brought there meanwhile.
 */
export class Spares {
	readonly #Strategy: Strategy;
	/** Furthest first. */
	#runs: Run[];
	/** The run up to that time, as a scenario; null while no knob was dragged. */
	#past: Scenario | null = null;
	#time: Nanoseconds = 0;
	#standby: Nanoseconds = 0;

	constructor(Strategy: Strategy, runs: readonly Run[] = []) {
		this.#Strategy = Strategy;
		this.#runs = [...runs];
	}

	/**
	 * A knob is dragged at this time. Runs that cannot come there any more are given up.
	 * @param past the scenario without its changes from that time on
	 * @param standby until when the run goes that stands by, so that it can serve a fork as well
	 */
	aim(past: Scenario, time: Nanoseconds, standby: Nanoseconds): void {
		this.#past = past;
		this.#time = time;
		this.#standby = standby;
		this.#runs = this.#runs.filter((run) => this.#canReach(run));
		for (const run of this.#runs) {
			addChanges(run, past);
			run.rewind(Math.min(run.time, time - 1));
		}
	}

	/** Whether this is the time at which a knob was dragged last. */
	isAimedAt(time: Nanoseconds): boolean {
		return this.#past !== null && this.#time === time;
	}

	/** Takes a run over if it is nearer than those that are here, and says whether it did. */
	adopt(run: Run): boolean {
		const [furthest] = this.#runs;
		if (!this.#canReach(run) || (furthest !== undefined && furthest.event >= run.event)) {
			return false;
		}
		run.rewind(Math.min(run.time, this.#time - 1));
		this.#runs.unshift(run);
		return true;
	}

	/** The run that is used next. */
	get first(): Run {
		return this.#runs[0] ?? this.#add();
	}

	/** Brings it to where all before the time has happened and nothing at it. True when it is there. */
	bring(slice: Slice): boolean {
		return slice.advance(this.first, this.#time - 1);
	}

	/** Gives it away. */
	take(): Run {
		const run = this.first;
		this.#runs.shift();
		return run;
	}

	/** Brings all runs to where they are parked. True when they are there. */
	park(slice: Slice): boolean {
		if (!this.bring(slice)) return false;
		for (let index = 1; index < PARKED; index++) {
			if (!slice.advance(this.#runs[index] ?? this.#add(), this.#standby)) return false;
		}
		return true;
	}

	/** Gives those away that have at most so many changes, all of which another scenario shares. */
	giveShared(changes: number): Spares {
		const shared = this.#runs.filter(({ scenario }) => scenario.changes.length <= changes);
		this.#runs = this.#runs.filter((run) => !shared.includes(run));
		return new Spares(this.#Strategy, shared);
	}

	/** Gives the furthest away that has not gone beyond `time`, to run as another scenario. */
	takeBefore(time: Nanoseconds, scenario: Scenario): Run | null {
		const run = this.#runs.find((candidate) => candidate.time <= time);
		if (run === undefined) return null;
		this.#runs = this.#runs.filter((other) => other !== run);
		addChanges(run, scenario);
		return run;
	}

	#add(): Run {
		if (this.#past === null) throw new RangeError('no knob was dragged');
		const run = new Run(this.#past, this.#Strategy, { pictures: true });
		this.#runs.push(run);
		return run;
	}

	#canReach(run: Run): boolean {
		const changes = this.#past?.changes.length ?? 0;
		return run.latestEventTime < this.#time && run.scenario.changes.length <= changes;
	}
}

/** Adds the changes of the scenario that the run does not have yet. */
function addChanges(run: Run, { changes }: Scenario): void {
	for (const change of changes.slice(run.scenario.changes.length)) run.change(change);
}
