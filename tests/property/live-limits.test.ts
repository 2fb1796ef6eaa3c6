import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import type { Change, ParameterKey } from '../../src/core/scenario/scenario';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { simulate } from '../../src/headless/simulate';
import { type LimitChange, limitedStarts } from '../oracle/limited-servers';
import { sampledRuns } from '../setup/sample';

const SEED = 20_261_128;
const SECOND = 1e9;
const MS = 1e6;

/** Messages that come and are served at recorded times, given in milliseconds. */
function recorded(offers: readonly number[], services: readonly number[]) {
	return {
		source: { process: 'trace', times: offers.map((time) => time / 1000) },
		consumer: { distribution: 'trace', times: services.map((time) => time / 1000) }
	};
}

/** Starts of all messages in nanoseconds; Infinity where it did not happen. */
function startsOf(scenario: object): number[] {
	const { items } = simulate(parseScenario({ version: 1, ...scenario }), { items: true });
	return (items?.started ?? []).map((time) => time ?? Infinity);
}

describe('workers 3 → 1 at 4 s, with tasks of 5 s that began at 0, 1, 2', () => {
	const offers = [0, 1000, 2000, 3000, 4000];
	const { source, consumer } = recorded(offers, [5000, 5000, 5000, 5000, 5000]);
	const common = {
		duration: 30,
		source,
		consumer: { ...consumer, workers: 3 },
		semaphore: { permits: 3 },
		buffer: { capacity: 0 },
		demand: { window: 10 },
		bucket: { rate: 1000 }
	};

	it.each(STRATEGIES.ids)('%s: the next begin at 7 and 12', (strategy) => {
		const changes = [{ at: 4, set: 'consumer.workers', to: 1 }];
		expect(startsOf({ ...common, strategy, changes })).toEqual(
			[0, 1, 2, 7, 12].map((second) => second * SECOND)
		);
	});

	it('and permits 3 → 1 do the same', () => {
		const changes = [{ at: 4, set: 'semaphore.permits', to: 1 }];
		const strategy = 'bounded-concurrency';
		expect(startsOf({ ...common, strategy, changes })).toEqual(
			[0, 1, 2, 7, 12].map((second) => second * SECOND)
		);
	});

	it.each(STRATEGIES.ids)('%s: with no worker nothing begins, until there is one', (strategy) => {
		const changes = [
			{ at: 0.5, set: 'consumer.workers', to: 0 },
			{ at: 9, set: 'consumer.workers', to: 2 }
		];
		expect(startsOf({ ...common, strategy, changes })).toEqual(
			[0, 9, 9, 14, 14].map((second) => second * SECOND)
		);
	});

	it.each(STRATEGIES.ids)('%s: a consumer that never had a worker stands still', (strategy) => {
		const still = { ...common, strategy, consumer: { ...consumer, workers: 0 } };
		expect(startsOf(still)).toEqual(offers.map(() => Infinity));
	});
});

/** A limit that changes at up to five times, one change a time, in milliseconds. */
const limits = (most: number) =>
	fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: most })), {
		maxLength: 5,
		selector: ([at]) => at
	});

const line = fc.record({
	gaps: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 30 }),
	services: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 30, maxLength: 30 }),
	first: fc.integer({ min: 0, max: 4 }),
	workers: limits(4),
	permits: limits(3)
});

function changesOf(key: ParameterKey, drawn: readonly (readonly [number, number])[]): Change[] {
	return drawn.map(([at, to]) => ({ at: at / 1000, set: key, to }));
}

function limitsOf(first: number, drawn: readonly (readonly [number, number])[]): LimitChange[] {
	const changes = drawn.map(([at, limit]) => ({ at: at * MS, limit }));
	return [{ at: -1, limit: first }, ...changes.sort((one, other) => one.at - other.at)];
}

/** Offer times in milliseconds. */
function offersOf(gaps: readonly number[]): number[] {
	let time = 0;
	return gaps.map((gap) => {
		time += gap;
		return time;
	});
}

function expectedStarts(
	{ gaps, services }: { readonly gaps: readonly number[]; readonly services: readonly number[] },
	limits: readonly LimitChange[]
): number[] {
	return limitedStarts(
		offersOf(gaps).map((time) => time * MS),
		services.map((time) => time * MS),
		limits
	);
}

describe('whatever is turned up and down while it runs', () => {
	// Strategies in which a message waits for nothing but the line before it and a free worker.
	const OPEN = ['no-backpressure', 'small-buffers', 'bounded-concurrency', 'producer-throttling'];

	it.each(OPEN)('%s starts as the rule of live limits says, to the nanosecond', (strategy) => {
		fc.assert(
			fc.property(line, fc.integer({ min: 0, max: 3 }), (drawn, capacity) => {
				const { source, consumer } = recorded(offersOf(drawn.gaps), drawn.services);
				const starts = startsOf({
					strategy,
					duration: 100,
					source,
					consumer: { ...consumer, workers: drawn.first },
					buffer: { capacity },
					bucket: { rate: 100_000 },
					changes: changesOf('consumer.workers', drawn.workers)
				});
				expect(starts).toEqual(expectedStarts(drawn, limitsOf(drawn.first, drawn.workers)));
			}),
			{ seed: SEED, numRuns: sampledRuns(300) }
		);
	});

	it('permits are given out by the same rule, where there is a worker for each', () => {
		fc.assert(
			fc.property(line, (drawn) => {
				const { source, consumer } = recorded(offersOf(drawn.gaps), drawn.services);
				// A semaphore without permits is none.
				const permits = drawn.permits.map(([at, to]) => [at, to + 1] as const);
				const starts = startsOf({
					strategy: 'bounded-concurrency',
					duration: 100,
					source,
					consumer: { ...consumer, workers: 4 },
					semaphore: { permits: 2 },
					changes: changesOf('semaphore.permits', permits)
				});
				expect(starts).toEqual(expectedStarts(drawn, limitsOf(2, permits)));
			}),
			{ seed: SEED, numRuns: sampledRuns(300) }
		);
	});
});

describe('a buffer that is made smaller than what it holds', () => {
	const { source, consumer } = recorded([0, 0, 0, 0, 0, 0, 2000], [10_000]);
	const common = {
		duration: 5,
		source,
		consumer: { ...consumer, workers: 1 },
		demand: { window: 1, batch: 1 }
	};

	function outcome(whenFull: string, capacity: number, to: number, strategy = 'small-buffers') {
		const { counts } = simulate(
			parseScenario({
				version: 1,
				...common,
				strategy,
				buffer: { capacity, whenFull },
				changes: [{ at: 1, set: 'buffer.capacity', to }]
			})
		);
		const { dropped, refused, queued, waitingAtSource } = counts;
		return { dropped, refused, queued, waitingAtSource };
	}

	const NOBODY = { dropped: 0, refused: 0, waitingAtSource: 0 };

	it.each([
		// One is in service, five are in the buffer, and the seventh comes at 2 s.
		['block', 2, { ...NOBODY, queued: 5, waitingAtSource: 1 }],
		['drop-newest', 2, { ...NOBODY, queued: 5, dropped: 1 }],
		['fail', 2, { ...NOBODY, queued: 5, refused: 1 }],
		['drop-oldest', 2, { ...NOBODY, queued: 2, dropped: 4 }],
		['drop-oldest', 1, { ...NOBODY, queued: 1, dropped: 5 }],
		// Where nothing fits, the new one goes.
		['drop-oldest', 0, { ...NOBODY, queued: 5, dropped: 1 }]
	])('%s, 5 → %i', (whenFull, to, expected) => {
		expect(outcome(whenFull, 5, to)).toEqual(expected);
	});

	it('the publisher of a stream does the same', () => {
		// One more is on its way to the worker's inbox: the window.
		expect(outcome('drop-oldest', 5, 2, 'reactive-streams').queued).toBe(2);
		expect(outcome('drop-oldest', 5, 2, 'reactive-streams').dropped).toBe(4);
	});
});
