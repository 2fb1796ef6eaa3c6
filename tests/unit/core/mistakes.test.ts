import { describe, expect, it } from 'vitest';
import type { ReadingKey } from '../../../src/core/measures/reading-keys';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Run } from '../../../src/core/run/run';
import { simulate, startRun } from '../../../src/headless/simulate';
import { ExactBucket } from '../../oracle/exact-bucket';

/** The result without the mistakes, and with them. */
function both(scenario: object, ...mistakes: string[]) {
	const of = (switched: string[]) =>
		simulate(parseScenario({ version: 1, ...scenario, mistakes: switched }), { items: true });
	return { right: of([]), wrong: of(mistakes) };
}

function gauge({ mechanism, time }: Run, key: ReadingKey): number {
	return mechanism.gauges?.[key]?.(time) ?? Number.NaN;
}

const consumer = { workers: 4, serviceTime: 0.008, distribution: 'constant' };

describe('truncating-refill', () => {
	const eachMillisecond = Array.from({ length: 10_001 }, (_, n) => n / 1000);

	it('admits 10 instead of 1010 in 10 s at 100/s, capacity 10, looked at every 1 ms', () => {
		const { right, wrong } = both(
			{
				strategy: 'producer-throttling',
				duration: 10,
				source: { process: 'trace', times: eachMillisecond },
				bucket: { capacity: 10, rate: 100 }
			},
			'truncating-refill'
		);
		expect(right.counts.accepted).toBe(1010);
		expect(wrong.counts).toMatchObject({ accepted: 10, refused: 9991, attempts: 10_001 });
	});

	it('is not seen when the bucket is looked at every 1/rate: that is why it is found so late', () => {
		const { right, wrong } = both(
			{
				strategy: 'producer-throttling',
				duration: 10,
				source: { process: 'trace', times: eachMillisecond.filter((_, n) => n % 10 === 0) },
				bucket: { capacity: 10, rate: 100 }
			},
			'truncating-refill'
		);
		expect(wrong.eventHash).toBe(right.eventHash);
	});
});

describe('leaks-permits', () => {
	it('100 permits are gone after 10 000 tasks; a flat line and no error', () => {
		const scenario = {
			strategy: 'bounded-concurrency',
			duration: 60,
			source: { process: 'constant', rate: 600 },
			consumer
		};
		const { right, wrong } = both(scenario, 'leaks-permits');
		// 500/s from the first offer on, the four in service not counted.
		expect(right.counts.completed).toBe(30_000 - 4);
		expect(wrong.counts).toMatchObject({ completed: 10_000, inService: 0, lost: 0, refused: 0 });
		const last = Math.max(...(wrong.items?.completed ?? []).map((time) => time ?? 0));
		expect((last / 1e9).toFixed(1)).toBe('20.9');
	});

	it('says how many are held for nobody', () => {
		const run = startRun(
			parseScenario({
				version: 1,
				strategy: 'bounded-concurrency',
				source: { process: 'constant', rate: 600 },
				consumer,
				mistakes: ['leaks-permits']
			})
		);
		for (let tenths = 1; tenths <= 300; tenths++) {
			run.advance(tenths * 0.1e9);
			const leaked = Math.floor(run.world.ledger.completed / 100);
			expect(gauge(run, 'now.permitsLeaked')).toBe(leaked);
		}
		expect(gauge(run, 'now.permitsHeld')).toBe(100);
	});
});

describe('spawns-without-limit', () => {
	it('in flight grows without bound, by λ − μ, and the topic looks empty', () => {
		const at = (seconds: number, mistakes: string[]) => {
			const run = startRun(
				parseScenario({
					version: 1,
					strategy: 'bounded-concurrency',
					duration: seconds,
					source: { process: 'constant', rate: 600 },
					consumer,
					mistakes
				})
			);
			run.advance(seconds * 1e9);
			const [topic] = run.mechanism.stores;
			return {
				inFlight: gauge(run, 'now.permitsHeld'),
				memory: run.world.ledger.memory.value,
				topic: topic?.length
			};
		};
		const early = at(10, ['spawns-without-limit']);
		const late = at(60, ['spawns-without-limit']);
		expect(late.inFlight - early.inFlight).toBe(50 * 100);
		expect(late.memory).toBe(late.inFlight);
		expect([early.topic, late.topic]).toEqual([0, 0]);
		// As it should be: 100 in flight, and the rest in the topic and in the hand of the loop.
		expect(at(60, []).inFlight).toBe(100);
		expect(at(60, []).memory).toBeLessThanOrEqual(100 + 500);
	});
});

describe('stale-lag', () => {
	it('λ 9 600, μ 8 000: lag swings between 0 and 144 000 around a limit of 100 000, and the consumer idles', () => {
		const run = startRun(
			parseScenario({
				version: 1,
				strategy: 'producer-throttling',
				duration: 122,
				source: { process: 'constant', rate: 9600 },
				consumer: { workers: 8, serviceTime: 0.001, distribution: 'constant' },
				bucket: { capacity: 20_000, rate: 20_000 },
				lag: { limit: 100_000, resume: 90_000, interval: 0 },
				mistakes: ['stale-lag']
			})
		);
		const lags = [89, 90, 91, 107, 109, 120, 122].map((second) => {
			run.advance(second * 1e9);
			return Math.round((run.mechanism.lag?.value ?? Number.NaN) / 1000);
		});
		// Read as 96 000 at 60 s and as 144 000 at 90 s; empty at 108 s, and nobody is told until 120 s.
		expect(lags).toEqual([142, 144, 136, 8, 0, 0, 3]);
		const { busy, employed } = run.world.consumer;
		const idle = (employed.areaUpTo(run.time) - busy.areaUpTo(run.time)) / 8;
		expect(idle / 1e9).toBeCloseTo(12, 2);
	});
});

describe('retry-at-once', () => {
	const storm = {
		strategy: 'producer-throttling',
		duration: 60,
		source: { process: 'constant', rate: 12 },
		bucket: { rate: 10 },
		refused: { then: 'retry', after: 0.1 }
	};

	it('12/s into 10/s for 60 s makes 55 800 attempts for 609 accepted', () => {
		const { right, wrong } = both(storm, 'retry-at-once');
		const bucket = new ExactBucket(10, 10, 10);
		let attempts = 0;
		let accepted = 0;
		let time = 0;
		for (let n = 1; time <= 60e9; n++) {
			time = Math.max(time, Math.round((n * 1e9) / 12));
			while (time <= 60e9) {
				attempts++;
				if (bucket.tryConsume(1, time)) break;
				time += 1e6;
			}
			if (time <= 60e9) accepted++;
		}
		expect(wrong.counts).toMatchObject({ attempts, accepted });
		expect([Math.round(attempts / 100) * 100, accepted]).toEqual([55_800, 609]);
		// As it should be, a twentieth of the noise and, but for one, as much work.
		expect(right.counts).toMatchObject({ attempts: 1162, accepted: 608 });
	});

	it('retries also what is to be dropped', () => {
		const { wrong } = both({ ...storm, refused: { then: 'drop' } }, 'retry-at-once');
		expect(wrong.counts).toMatchObject({ refused: 0, accepted: 609 });
	});
});

describe('oversized-buffer', () => {
	it('is felt after 100 s instead of 0.1 s, and then each message is 20 s old', () => {
		const { right, wrong } = both(
			{
				strategy: 'small-buffers',
				duration: 150,
				source: { process: 'constant', rate: 600 },
				consumer,
				buffer: { capacity: 10 }
			},
			'oversized-buffer'
		);
		expect(right.producer.firstHeldBackAt?.toFixed(1)).toBe('0.1');
		expect(wrong.producer.firstHeldBackAt?.toFixed(0)).toBe('100');
		expect(right.latency.sinceAccepted.max).toBeLessThan(0.03);
		expect(wrong.latency.sinceAccepted.max?.toFixed(0)).toBe('20');
	});
});

it('two mistakes in one run are both made', () => {
	const { wrong } = both(
		{
			strategy: 'producer-throttling',
			duration: 1,
			source: { process: 'constant', rate: 1000, limit: 20 },
			bucket: { capacity: 10, rate: 100 }
		},
		'truncating-refill',
		'retry-at-once'
	);
	// The eleventh message is tried each millisecond for ever, and never is there a whole token.
	expect(wrong.counts).toMatchObject({ accepted: 10, waitingAtSource: 10, attempts: 1000 });
});
