import type { Run } from '../../src/core/run/run';
import { defaultScenario } from '../../src/core/scenario/defaults';
import type { ParameterKey, ParameterValue, Scenario } from '../../src/core/scenario/scenario';
import { withValue } from '../../src/core/scenario/settings';
import { composeFrame } from '../../src/engine/frame/compose-frame';
import { startRun } from '../../src/headless/simulate';
import type { Verdict } from './budget';
import { ratiosOf } from './measure';

/** Sixty frames a second, of a run of 15 000 events a second, whose moves take 300 ms. */
const EVENTS_PER_FRAME = 250;
const WINDOW = 3e8;
const FRAMES = 20;

type Values = { readonly [K in ParameterKey]?: ParameterValue };

/** As many as there may be; nobody is done for an hour. */
const LARGE: Values = {
	duration: 3600,
	'source.rate': 100_000,
	'source.process': 'constant',
	'consumer.workers': 1000,
	'consumer.serviceTime': 3600,
	'semaphore.permits': 10_000,
	'poll.maxRecords': 10_000,
	'buffer.capacity': 1_000_000,
	'demand.window': 100_000,
	'demand.delay': 1,
	'bucket.rate': 100_000,
	'bucket.capacity': 1_000_000,
	'lag.limit': 10_000_000
};

/** The same with a few messages at a time. */
const SMALL: Values = {
	...LARGE,
	'source.rate': 200,
	'consumer.workers': 10,
	'consumer.serviceTime': 0.01,
	'semaphore.permits': 10,
	'poll.maxRecords': 10,
	'buffer.capacity': 10,
	'demand.window': 10,
	'demand.delay': 0.01
};

/** What there is most of in each strategy, and for how long it piles up, in seconds. */
const PILES = [
	{ name: 'a queue of millions', strategy: 'no-backpressure', mistakes: [], seconds: 20 },
	{ name: 'a full buffer of a million', strategy: 'small-buffers', mistakes: [], seconds: 12 },
	{ name: 'ten thousand permits', strategy: 'bounded-concurrency', mistakes: [], seconds: 5 },
	{
		name: 'a hundred thousand tasks',
		strategy: 'bounded-concurrency',
		mistakes: ['spawns-without-limit'],
		seconds: 1.2
	},
	{ name: 'a link of 100 000', strategy: 'reactive-streams', mistakes: [], seconds: 5 },
	{ name: 'a lag of millions', strategy: 'producer-throttling', mistakes: [], seconds: 20 }
] as const;

/**
 * How fast a run goes on while frames of it are made, when it is as large as it gets against when it
 * is small. Before frames read a row for each line, a hundred thousand tasks made it 0.002.
 */
export function* benchPictures(): Generator<Verdict> {
	for (const { name, strategy, mistakes, seconds } of PILES) {
		const [large, small] = [LARGE, SMALL].map((values) => {
			const run = startRun({ ...scenarioOf(strategy, values), mistakes }, { pictures: true });
			run.advance(seconds * 1e9);
			return () => goOn(run);
		});
		if (large === undefined || small === undefined) throw new RangeError('there are two runs');
		yield {
			name: `${name}: events/ms while frames are made, against the same run when it is small`,
			measured: ratiosOf({ large, small })('small', 'large'),
			relation: 'at least',
			limit: 0.25,
			unit: 'times as fast'
		};
	}
}

function scenarioOf(strategy: string, values: Values): Scenario {
	return Object.entries(values).reduce(
		(scenario, [key, value]) => withValue(scenario, key as ParameterKey, value),
		defaultScenario(strategy)
	);
}

function goOn(run: Run): number {
	let shown = 0;
	for (let frame = 0; frame < FRAMES; frame++) {
		run.advance(Infinity, EVENTS_PER_FRAME);
		const context = { run: 1, arrived: true, stopped: null, window: WINDOW, moments: 0 };
		shown += composeFrame(run, context).marks.length;
	}
	return shown;
}
