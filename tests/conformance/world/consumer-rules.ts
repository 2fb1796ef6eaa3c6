import { expect } from 'vitest';
import type { Rule } from '../rule';
import { atOnce, type Start, steady } from '../strategies/lab';

const BASE = { strategy: 'no-backpressure', duration: 10_000 };

/** How long each message was in service, in nanoseconds, with a worker for each. */
function services(start: Start, consumer: object, count: number, more: object = {}) {
	const scenario = {
		...BASE,
		source: atOnce(count),
		consumer: { workers: 64, ...consumer },
		...more
	};
	const run = start(scenario, { items: true });
	run.advance(10_000e9);
	const { started = [], completed = [] } = run.items ?? {};
	return completed.map((end, n) => (end ?? Number.NaN) - (started[n] ?? Number.NaN));
}

const mean = (numbers: readonly number[]) =>
	numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The standard deviation of numbers, as a share of the mean that they should have. */
const spread = (numbers: readonly number[], middle: number) =>
	Math.sqrt(mean(numbers.map((number) => (number / middle - 1) ** 2)));

/** The rules of the workers, whatever hands messages to them. */
export const CONSUMER_RULES: readonly Rule<Start>[] = [
	{
		name: 'serves each message for a time of the mean it was told, spread as it was told',
		check(start) {
			const seen = (distribution: string) => {
				const times = services(start, { distribution, serviceTime: 0.1 }, 10_000);
				return [mean(times) / 0.1e9, spread(times, 0.1e9)] as const;
			};
			expect(seen('constant')).toEqual([1, 0]);
			// Four standard deviations of the mean of ten thousand.
			for (const [distribution, expected] of [
				['exponential', 1],
				['uniform', Math.sqrt(1 / 12)],
				['lognormal', Math.sqrt(Math.E - 1)]
			] as const) {
				const [middle, deviation] = seen(distribution);
				expect(Math.abs(middle - 1)).toBeLessThan((4 * expected) / 100);
				expect(Math.abs(deviation / expected - 1)).toBeLessThan(0.2);
			}
		}
	},
	{
		name: 'serves for the times that were recorded, and for the mean where none was',
		check(start) {
			const recorded = { distribution: 'trace', times: [3, 0, 1], serviceTime: 2 };
			expect(services(start, recorded, 5)).toEqual([3e9, 0, 1e9, 2e9, 2e9]);
		}
	},
	{
		name: 'serves a message as long whoever works on it and when, with its own share of the mean',
		check(start) {
			const consumer = { distribution: 'exponential', serviceTime: 0.1 };
			const first = services(start, consumer, 200);
			expect(services(start, { ...consumer, workers: 1 }, 200)).toEqual(first);
			expect(services(start, consumer, 200, { strategy: 'bounded-concurrency' })).toEqual(first);
			services(start, { ...consumer, serviceTime: 0.2 }, 200).forEach((time, n) => {
				expect(Math.abs(time - 2 * (first[n] ?? 0))).toBeLessThanOrEqual(2);
			});
			expect(services(start, consumer, 200, { seed: 2 })).not.toEqual(first);
		}
	},
	{
		name: 'works on as many messages at once as there are workers, and on one each',
		check(start) {
			const run = start({ ...BASE, source: atOnce(10), consumer: steady(3, 1) }, { items: true });
			run.advance(60e9);
			const second = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3];
			expect(run.items?.started).toEqual(second.map((time) => time * 1e9));
		}
	},
	{
		name: 'lets tasks have the workers in the order in which they asked',
		check(start) {
			const scenario = { strategy: 'bounded-concurrency', semaphore: { permits: 8 } };
			const run = start(
				{ ...scenario, source: atOnce(8), consumer: steady(2, 1) },
				{ items: true }
			);
			run.advance(60e9);
			expect(run.items?.started).toEqual([0, 0, 1, 1, 2, 2, 3, 3].map((time) => time * 1e9));
		}
	},
	{
		name: 'hires out workers that come at once, and none that is to go',
		check(start) {
			const run = start({
				strategy: 'bounded-concurrency',
				source: atOnce(20),
				consumer: steady(2, 1),
				semaphore: { permits: 20 },
				changes: [
					{ at: 0.5, set: 'consumer.workers', to: 4 },
					{ at: 1.25, set: 'consumer.workers', to: 1 }
				]
			});
			const seen = [0.4, 0.5, 1.2, 1.5, 2, 3].map((second) => {
				run.advance(second * 1e9);
				return run.world.consumer.inService;
			});
			// At 1.25 s four are busy; two are done at 1.5 s and two at 2 s, and one place is left.
			expect(seen).toEqual([2, 4, 4, 2, 1, 1]);
		}
	},
	{
		name: 'is busy for as long as it serves, of the time for which workers are there',
		check(start) {
			const run = start({
				...BASE,
				source: atOnce(3),
				consumer: steady(2, 1),
				changes: [{ at: 0.5, set: 'consumer.workers', to: 1 }]
			});
			run.advance(10e9);
			const { busy, employed } = run.world.consumer;
			// Three services of a second; the second worker leaves when its first is done.
			expect([busy.areaUpTo(run.time), employed.areaUpTo(run.time)]).toEqual([3e9, 11e9]);
		}
	},
	{
		name: 'holds the producer back exactly while it has in hand what does not fit',
		check(start) {
			const scenario = { strategy: 'small-buffers', source: atOnce(5), consumer: steady(1, 1) };
			const run = start({ ...scenario, buffer: { capacity: 1 } });
			run.advance(60e9);
			// From 0 on, until the last of them is in the buffer at 3 s.
			const { heldBack } = run.world.ledger;
			expect([heldBack.totalUpTo(run.time), heldBack.firstUpTo(run.time)]).toEqual([3e9, 0]);
			const refused = { then: 'retry', after: 0.4 };
			const stubborn = start({ ...scenario, buffer: { capacity: 1, whenFull: 'fail' }, refused });
			stubborn.advance(60e9);
			// It tries at 1.2, 2.4 and 3.2 s with success.
			expect(stubborn.world.ledger.heldBack.totalUpTo(stubborn.time)).toBe(3.2e9);
		}
	},
	{
		name: 'says for how long the oldest record is behind, how long the lag takes, and how it grows',
		check(start) {
			const run = start({
				strategy: 'bounded-concurrency',
				source: { process: 'constant', rate: 10 },
				consumer: steady(2, 0.4)
			});
			run.advance(10e9);
			const gauge = (key: 'now.lagAge' | 'now.timeToClear' | 'now.lagSlope') =>
				run.mechanism.gauges?.[key]?.(run.time);
			// A hundred came and 48 are done: the next came at 4.9 s.
			expect(run.mechanism.lag?.value).toBe(52);
			expect(gauge('now.lagAge')).toBeCloseTo(5.1, 9);
			expect(gauge('now.timeToClear')).toBeCloseTo((52 * 0.4) / 2, 9);
			// Over the last second or two, in which it took a step more or less.
			expect(Math.abs((gauge('now.lagSlope') ?? 0) - 5)).toBeLessThanOrEqual(1);
		}
	}
];
