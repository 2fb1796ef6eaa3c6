import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { simulate, startRun } from '../../../src/headless/simulate';

/** Messages a second in the seconds from `from` to `to`: done, and done in time. */
function ratesBetween(from: number, to: number, scenario: object) {
	const run = startRun(parseScenario({ version: 1, strategy: 'small-buffers', ...scenario }));
	const { ledger } = run.world;
	run.advance(from * 1e9);
	const { completed, inTime } = ledger;
	run.advance(to * 1e9);
	const perSecond = (count: number) => count / (to - from);
	return {
		throughput: perSecond(ledger.completed - completed),
		goodput: perSecond(ledger.inTime - inTime)
	};
}

/** λ 600 against μ 500: four workers of 8 ms. */
const overload = {
	duration: 150,
	source: { process: 'constant', rate: 600 },
	consumer: { workers: 4, serviceTime: 0.008, distribution: 'constant' },
	deadline: 1
};

describe('belief 23: done is done in time', () => {
	const dropping = (capacity: number) =>
		ratesBetween(60, 120, { ...overload, buffer: { capacity, whenFull: 'drop-newest' } });

	it.each([
		[10, 500],
		[496, 500],
		[497, 0],
		[1000, 0],
		[10_000, 0]
	])('with %s slots 500 a second are done, and %s of them in time', (capacity, inTime) => {
		const { throughput, goodput } = dropping(capacity);
		expect(Math.round(throughput)).toBe(500);
		expect(Math.round(goodput)).toBe(inTime);
	});

	it.each([0, 10, 496, 10_000])(
		'with %s slots that make an open source wait, none is',
		(capacity) => {
			const buffer = { capacity, whenFull: 'block' };
			const { throughput, goodput } = ratesBetween(60, 120, { ...overload, buffer });
			expect(Math.round(throughput)).toBe(500);
			expect(goodput).toBe(0);
		}
	);
});

describe('belief 24: backpressure rescues the users', () => {
	const blocking = (kind: 'open' | 'closed') =>
		simulate(
			parseScenario({
				version: 1,
				strategy: 'small-buffers',
				...overload,
				source: { ...overload.source, kind }
			})
		);

	it('who do not slow down: after 150 s p99 since offered is 24.7 s', () => {
		const { latency, producer } = blocking('open');
		expect((latency.sinceOffered.p99 ?? 0).toFixed(1)).toBe('24.7');
		expect(producer.felt).toBeLessThan(0.2);
	});

	it('who do slow down: it is 29 ms, and nobody is late', () => {
		const { latency, counts } = blocking('closed');
		expect(Math.round(1000 * (latency.sinceOffered.p99 ?? 0))).toBe(29);
		expect(counts.late).toBe(0);
	});
});

describe('the deadline cliff: a buffer may hold what is served within the deadline', () => {
	const MU = 100;
	const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

	/** Done in time, a second, after the first minute. */
	const goodput = (seed: number, capacity: number, whenFull = 'drop-newest') =>
		ratesBetween(60, 180, {
			seed,
			duration: 180,
			source: { process: 'poisson', rate: 120 },
			consumer: { workers: 1, serviceTime: 1 / MU, distribution: 'constant' },
			buffer: { capacity, whenFull },
			deadline: 1
		}).goodput;

	it('with seed 3 it is as seen', () => {
		const seen = [10, 90, 95, 100, 105, 110, 200, 1000].map((capacity) => goodput(3, capacity));
		expect(seen.map((rate) => Number(rate.toFixed(rate < 5 ? 1 : 0)))).toEqual([
			100, 100, 100, 71, 10, 1.1, 0, 0
		]);
	});

	it.each(SEEDS)('with seed %s it is whole up to 0.9 μD and gone from 1.2 μD on', (seed) => {
		expect(Math.abs(goodput(seed, 90) - MU)).toBeLessThanOrEqual(0.03 * MU);
		expect(goodput(seed, 120)).toBeLessThanOrEqual(0.02 * MU);
	});

	it('at 1.1 μD 2 % are left at most, in the mean; with one seed in four a little more', () => {
		const left = SEEDS.map((seed) => goodput(seed, 110) / MU);
		expect(left.reduce((sum, share) => sum + share, 0) / SEEDS.length).toBeLessThanOrEqual(0.02);
		expect(Math.max(...left)).toBeLessThanOrEqual(0.04);
	});

	it.each([0, 10, 90, 1000])(
		'with %s slots that make an open source wait it is 0: nobody slows down',
		(capacity) => {
			expect(goodput(3, capacity, 'block')).toBe(0);
		}
	);
});
