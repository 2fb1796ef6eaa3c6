import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { simulate } from '../../../src/headless/simulate';

/** Within so many percent: for the numbers that the lesson rounds. */
function expectAbout(value: number | null, expected: number, percent: number): void {
	expect(value).not.toBeNull();
	expect(Math.abs((value ?? 0) - expected) / expected).toBeLessThan(percent / 100);
}

function run(scenario: object) {
	return simulate(parseScenario({ version: 1, strategy: 'small-buffers', ...scenario }));
}

const constant = { workers: 1, serviceTime: 0.01, distribution: 'constant' };
const exponential = { workers: 1, serviceTime: 0.01, distribution: 'exponential' };

describe('belief 1: a bigger buffer fixes overload', () => {
	const overload = (capacity: number, duration: number) =>
		run({
			duration,
			source: { process: 'constant', rate: 120 },
			consumer: constant,
			buffer: { capacity, whenFull: 'drop-newest' }
		});

	it.each([
		[10, 0.5, 0.1],
		[1000, 50, 10],
		[10_000, 500, 100]
	])(
		'a buffer of %s is full after %s s and then makes each message wait %s s',
		(slots, full, wait) => {
			expect(overload(slots, full * 0.95).counts.dropped).toBe(0);
			const later = overload(slots, full * 1.2 + 1);
			expect(later.counts.dropped).toBeGreaterThan(0);
			// One message in service and the slots before it, at 10 ms each.
			expectAbout(later.latency.sinceAccepted.max, wait + 0.01, 11);
		}
	);

	it('and then each loses one message in six', () => {
		for (const [slots, full] of [
			[10, 0.5],
			[1000, 50],
			[10_000, 500]
		] as const) {
			const first = overload(slots, full + 10).counts;
			const second = overload(slots, full + 70).counts;
			const lost = (second.dropped - first.dropped) / (second.offered - first.offered);
			expectAbout(lost, 1 / 6, 0.1);
		}
	});
});

describe('belief 2: a bigger buffer is faster', () => {
	it.each([
		[0, 66.7, 0.01],
		[10, 92.3, 0.064],
		[100, 99, 0.515]
	])(
		'a saturated producer with %s slots gets %s/s, and %s s since accepted',
		(slots, rate, since) => {
			const { rates, latency } = run({
				duration: 4000,
				source: { kind: 'closed', process: 'poisson', rate: 100 },
				consumer: exponential,
				buffer: { capacity: slots }
			});
			expectAbout(rates.throughput, rate, 1);
			expectAbout(latency.sinceAccepted.mean, since, slots === 100 ? 12 : 3);
		}
	);
});

describe('belief 3: then buffers are useless', () => {
	it.each([
		[1, 26.2],
		[5, 6.6],
		[10, 1.84],
		[20, 0.19]
	])(
		'with %s slots %s percent are lost at a load of 80 percent: a buffer absorbs variance',
		(slots, percent) => {
			const { counts } = run({
				duration: slots === 20 ? 40_000 : 10_000,
				source: { process: 'poisson', rate: 80 },
				consumer: exponential,
				buffer: { capacity: slots, whenFull: 'drop-newest' }
			});
			expectAbout((100 * counts.dropped) / counts.offered, percent, slots === 20 ? 12 : 4);
		}
	);
});

describe('belief 5: equal average rates, no queue', () => {
	const even = (process: string, duration: number) =>
		run({
			strategy: 'no-backpressure',
			duration,
			source: { process, rate: 100 },
			consumer: process === 'constant' ? constant : exponential
		});

	it('constant on both sides: nobody ever waits', () => {
		const { latency, backlog } = even('constant', 600);
		expect(latency.sinceOffered.max).toBe(0.01);
		expect(backlog.max).toBe(1);
	});

	it('with chance on both sides the backlog grows like the square root of time', () => {
		const means = [50, 200, 800].map((duration) => {
			let sum = 0;
			for (let seed = 1; seed <= 30; seed++) {
				sum += simulate(
					parseScenario({
						version: 1,
						strategy: 'no-backpressure',
						seed,
						duration,
						source: { process: 'poisson', rate: 100 },
						consumer: exponential
					})
				).backlog.mean;
			}
			return sum / 30;
		});
		const [short = 0, middle = 0, long = 0] = means;
		expectAbout(middle / short, 2, 35);
		expectAbout(long / middle, 2, 35);
	});
});

describe('belief 16: the stage that is held back is the slow one', () => {
	it.each([
		[150, 100, 33],
		[120, 100, 17],
		[100, 120, 0]
	])(
		'a producer of %s/s before a worker of %s/s is held back %s percent of the time',
		(make, serve, held) => {
			const { producer } = run({
				duration: 600,
				source: { kind: 'closed', process: 'constant', rate: make },
				consumer: { workers: 1, serviceTime: 1 / serve, distribution: 'constant' },
				buffer: { capacity: 10 }
			});
			expect(Math.round(100 * producer.heldBack)).toBe(held);
		}
	);
});

describe('belief 19: with backpressure the wait is gone', () => {
	const { latency, items } = simulate(
		parseScenario({
			version: 1,
			strategy: 'small-buffers',
			duration: 80,
			source: { process: 'constant', rate: 120 },
			consumer: constant,
			buffer: { capacity: 10 }
		}),
		{ items: true }
	);

	it('since accepted nobody waits longer than 110 ms', () => {
		expect(latency.sinceAccepted.max).toBeLessThanOrEqual(0.11);
	});

	it('since offered a message of the 60th second is done 10 s late, one offered then waits 12 s', () => {
		const done = items?.completed.findLastIndex((time) => time !== null && time <= 60e9) ?? 0;
		expectAbout((60e9 - (items?.offered[done] ?? 0)) / 1e9, 10, 1);
		const offered = items?.offered.findLastIndex((time) => time <= 60e9) ?? 0;
		expectAbout(((items?.completed[offered] ?? 0) - 60e9) / 1e9, 12, 1);
	});
});

describe('belief 20: backpressure makes the system slower', () => {
	const load = {
		duration: 600,
		source: { process: 'constant', rate: 120 },
		consumer: constant
	};

	it('is the same 100/s with and without, and 12 messages in memory against 12 001', () => {
		const blocking = run({ ...load, buffer: { capacity: 10 } });
		const unbounded = run({ ...load, strategy: 'no-backpressure' });
		expectAbout(blocking.rates.throughput, 100, 0.1);
		expectAbout(unbounded.rates.throughput, 100, 0.1);
		expect(blocking.memory.max).toBe(12);
		expect(unbounded.memory.max).toBe(12_001);
	});
});
