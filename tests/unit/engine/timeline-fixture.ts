import fc from 'fast-check';
import { expect, onTestFinished, vi } from 'vitest';
import { checkTogether } from '../../../src/core/parse/check-together';
import { Run } from '../../../src/core/run/run';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import { parameter } from '../../../src/core/scenario/parameters';
import type {
	Change,
	ParameterKey,
	ParameterValue,
	Scenario
} from '../../../src/core/scenario/scenario';
import { withValue } from '../../../src/core/scenario/settings';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { LocalEngine } from '../../../src/engine/engine';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import type { Frame, Target } from '../../../src/engine/protocol';
import { startRun, strategyOf } from '../../../src/headless/simulate';

/** How long the random runs are, in virtual seconds. */
export const DURATION = 1;

/** Nanoseconds on a grid of ten milliseconds, on which offers and services lie too. */
export const gridTime = fc.integer({ min: 0, max: DURATION * 100 }).map((time) => time * 1e7);

/** Small values, so that things run full, and even ones, so that many happen at one instant. */
const VALUES = {
	'source.rate': [50, 100, 200],
	'source.process': ['constant', 'poisson', 'bursty'],
	'source.kind': ['open', 'open', 'closed'],
	'consumer.workers': [1, 2, 3, 5],
	'consumer.serviceTime': [0.01, 0.02, 0.1],
	'consumer.distribution': ['constant', 'exponential'],
	'memory.limit': [null, 20],
	'semaphore.permits': [1, 3, 8],
	'poll.interval': [0.01, 0.1],
	'poll.maxRecords': [1, 5, 500],
	'buffer.capacity': [0, 1, 4, 20],
	'buffer.whenFull': ['block', 'drop-newest', 'drop-oldest', 'fail'],
	'demand.window': [1, 4, 10],
	'demand.delay': [0, 0.02],
	'bucket.rate': [20, 100],
	'bucket.capacity': [5, 20],
	'lag.limit': [5, 20],
	'lag.interval': [0, 0.1],
	'refused.then': ['drop', 'retry'],
	'refused.after': [0.01, 0.05]
} as const satisfies Partial<Record<ParameterKey, readonly ParameterValue[]>>;

const KEYS = Object.keys(VALUES) as (keyof typeof VALUES)[];
const LIVE_KEYS = KEYS.filter((key) => parameter(key).live);

const valueFor = (key: keyof typeof VALUES) => fc.constantFrom<ParameterValue>(...VALUES[key]);

/** A turn of any knob that may be turned while it runs, at a time in nanoseconds. */
export const turnAt = (time: fc.Arbitrary<number>): fc.Arbitrary<Change> =>
	fc
		.constantFrom(...LIVE_KEYS)
		.chain((set) =>
			fc.record({ at: time.map((at) => at / 1e9), set: fc.constant(set), to: valueFor(set) })
		);

/** A short run of any strategy, written right or wrong, with knobs turned on the way. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
	.record({
		strategy: fc.constantFrom(...STRATEGIES.ids),
		seed: fc.nat(1000),
		values: fc.tuple(...KEYS.map(valueFor)),
		mistake: fc.nat(),
		changes: fc.array(turnAt(gridTime), { maxLength: 4 })
	})
	.map(({ strategy, seed, values, mistake, changes }) => {
		const scenario = KEYS.reduce<Scenario>(
			(so, key, index) => withValue(so, key, values[index] ?? null),
			{ ...defaultScenario(strategy), seed, duration: DURATION }
		);
		const mistakes = STRATEGIES.mistakesOf(strategy);
		const on = mistakes[mistake % (2 * mistakes.length + 1)];
		changes.sort((one, other) => one.at - other.at);
		return { ...scenario, mistakes: on === undefined ? [] : [on], changes };
	})
	.filter(isSound);

/** Whether no rule speaks against a scenario. */
export function isSound(scenario: Scenario): boolean {
	try {
		checkTogether(scenario);
		return true;
	} catch {
		return false;
	}
}

/** How far back the moves of the tests reach. */
export const WINDOW = 3e7;

/**
 * An engine that is asked until it has arrived. A slice is over after so many looks at the clock; by
 * default never.
 */
export class Asked {
	readonly engine: LocalEngine;
	/** Answers so far. */
	answers = 0;
	#run = 0;

	constructor(looks = Infinity) {
		let milliseconds = 0;
		this.engine = new LocalEngine(() => {
			milliseconds += 8 / looks;
			return milliseconds;
		});
	}

	get run(): number {
		return this.#run;
	}

	/** Opens a scenario, in place of the one before. */
	open(scenario: Scenario, time = 0): Frame {
		const replaced = this.#run === 0 ? null : this.#run;
		const run = ++this.#run;
		const first = this.engine.open(run, scenario, strategyOf(scenario), time, WINDOW, replaced);
		return first.arrived ? first : this.to({ kind: 'time', time });
	}

	to(target: Target): Frame {
		return this.#arrive(() => this.engine.travel(this.#run, target, WINDOW));
	}

	toTime(time: number): Frame {
		return this.to({ kind: 'time', time });
	}

	toEvent(event: number): Frame {
		return this.to({ kind: 'event', event });
	}

	glimpse(time: number, changes: readonly Change[]): Frame {
		return this.#arrive(() => this.engine.glimpse(this.#run, time, changes, WINDOW));
	}

	/** Rests until nothing is left to do. */
	rest({ time, event }: Frame): void {
		while (!this.engine.rest(this.#run, time, event)) this.answers++;
	}

	#arrive(ask: () => Frame): Frame {
		for (;;) {
			const frame = ask();
			this.answers++;
			if (frame.arrived) return frame;
		}
	}
}

/** The frame of a run of its own at a time, when all that happens then has happened. */
export function frameAt(scenario: Scenario, time: number): Frame {
	return pictureOf(scenario, (run) => run.advance(time));
}

/** The frame of a run of its own after so many events, or at its end. */
export function frameAfter(scenario: Scenario, event: number): Frame {
	return pictureOf(scenario, (run) => run.advance(Infinity, event));
}

function pictureOf(scenario: Scenario, advance: (run: Run) => void): Frame {
	const run = startRun(scenario, { pictures: true });
	advance(run);
	return composeFrame(run, { run: 0, arrived: true, stopped: null, window: WINDOW, moments: 0 });
}

/**
 * Two frames show the same, number by number. Who asked and how often is left aside.
 */
export function expectSameFrame(frame: Frame, expected: Frame): void {
	const keys = Object.keys(expected).filter((key) => key !== 'run' && key !== 'moments');
	const different = keys.filter((key) => {
		const [one, other] = [Reflect.get(frame, key), Reflect.get(expected, key)];
		return !(ArrayBuffer.isView(one) ? isSameArray(one, other) : Object.is(one, other));
	});
	// An array at a time is told fast; how it differs is told by the matcher.
	for (const key of different)
		expect(Reflect.get(frame, key), key).toEqual(Reflect.get(expected, key));
	expect(different).toEqual([]);
}

function isSameArray(one: unknown, other: unknown): boolean {
	const [these, those] = [one as Float64Array, other as Float64Array];
	return (
		these.length === those.length && these.every((value, index) => Object.is(value, those[index]))
	);
}

const { advance } = Run.prototype;
let allEvents = 0;

/** Counts the events of all runs from now on, until the test has ended. */
export function countEvents(): () => number {
	const spy = vi.spyOn(Run.prototype, 'advance').mockImplementation(function (
		this: Run,
		until,
		limit
	) {
		const before = this.event;
		try {
			return advance.call(this, until, limit);
		} finally {
			allEvents += this.event - before;
		}
	});
	onTestFinished(() => spy.mockRestore());
	const start = allEvents;
	return () => allEvents - start;
}
