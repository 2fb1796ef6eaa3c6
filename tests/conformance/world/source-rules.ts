import { expect } from 'vitest';
import type { Rule } from '../rule';
import { type Start, steady } from '../strategies/lab';

/** The offer times of a source, in nanoseconds, up to some second. */
function offers(start: Start, source: object, until: number, more: object = {}): readonly number[] {
	const scenario = { strategy: 'no-backpressure', duration: 10_000, source, ...more };
	const run = start(scenario, { items: true });
	run.advance(until * 1e9);
	return run.items?.offered ?? [];
}

const seconds = (...times: number[]) => times.map((time) => Math.round(time * 1e9));

/** Gaps between offers, in seconds, the first one from 0. */
const gapsOf = (times: readonly number[]) =>
	times.map((time, n) => (time - (times[n - 1] ?? 0)) / 1e9);

const mean = (numbers: readonly number[]) =>
	numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The rules of a source, whatever takes its messages. */
export const SOURCE_RULES: readonly Rule<Start>[] = [
	{
		name: 'offers evenly on a grid that does not drift: message n at (n + 1) / rate, rounded once',
		check(start) {
			for (const rate of [3, 7, 600, 999]) {
				const times = offers(start, { process: 'constant', rate }, 10);
				expect(times).toHaveLength(10 * rate);
				expect(times).toEqual(times.map((_, n) => Math.round(((n + 1) * 1e9) / rate)));
			}
		}
	},
	{
		name: 'offers no more than its limit',
		check(start) {
			const times = offers(start, { process: 'constant', rate: 2, limit: 3 }, 100);
			expect(times).toEqual(seconds(0.5, 1, 1.5));
		}
	},
	{
		name: 'keeps what is left of a gap in proportion when the rate changes, and goes on from there',
		check(start) {
			const turned = (at: number, to: number) => ({ changes: [{ at, set: 'source.rate', to }] });
			const even = { process: 'constant', rate: 1 };
			expect(offers(start, even, 6, turned(1.5, 0.5))).toEqual(seconds(1, 2.5, 4.5));
			expect(offers(start, even, 3, turned(1.5, 2))).toEqual(seconds(1, 1.75, 2.25, 2.75));
			// By chance too: from the change on everything takes half as long.
			const random = { process: 'poisson', rate: 10 };
			const plain = offers(start, random, 20);
			const faster = offers(start, random, 15, turned(10, 20));
			const expected = plain.map((time) => (time <= 10e9 ? time : 10e9 + (time - 10e9) / 2));
			expect(faster.length).toBe(plain.length);
			faster.forEach((time, n) => {
				expect(Math.abs(time - (expected[n] ?? 0))).toBeLessThan(1000);
			});
		}
	},
	{
		name: 'offers by chance at the mean rate, with gaps as irregular as their mean is long',
		check(start) {
			const gaps = gapsOf(offers(start, { process: 'poisson', rate: 100 }, 100));
			// Ten thousand gaps of mean and standard deviation 10 ms: four deviations of either.
			expect(Math.abs(mean(gaps) - 0.01)).toBeLessThan(0.0004);
			expect(Math.abs(Math.sqrt(mean(gaps.map((gap) => (gap - 0.01) ** 2))) - 0.01)).toBeLessThan(
				0.0008
			);
			const shorter = gaps.filter((gap) => gap < 0.01 * Math.LN2).length / gaps.length;
			expect(Math.abs(shorter - 0.5)).toBeLessThan(0.02);
		}
	},
	{
		name: 'in bursts offers only while it is on, and in a whole cycle as much as it would without',
		check(start) {
			const source = { process: 'bursty', rate: 100, burst: { on: 1, off: 3 } };
			const times = offers(start, source, 100);
			for (const time of times) expect(time % 4e9).toBeLessThanOrEqual(1e9);
			// Ten thousand offers, give or take four times a hundred.
			expect(Math.abs(times.length - 10_000)).toBeLessThan(400);
			const inLateHalf = times.filter((time) => time % 4e9 > 0.5e9).length / times.length;
			expect(Math.abs(inLateHalf - 0.5)).toBeLessThan(0.02);
		}
	},
	{
		name: 'offers what was recorded when it was recorded, and then nothing more',
		check(start) {
			const times = [0, 0.5, 0.5, 7];
			expect(offers(start, { process: 'trace', times }, 100)).toEqual(seconds(...times));
			const changes = [{ at: 0.2, set: 'source.rate', to: 1 }];
			expect(offers(start, { process: 'trace', times }, 100, { changes })).toEqual(
				seconds(...times)
			);
		}
	},
	{
		name: 'that is closed makes the next message when the producer asks for it, and no sooner',
		check(start) {
			const source = { kind: 'closed', process: 'trace', times: [1, 1, 1, 1, 1] };
			const more = { strategy: 'small-buffers', consumer: steady(1, 10), buffer: { capacity: 1 } };
			// The third is held back until the first is done at 11 s.
			expect(offers(start, source, 60, more)).toEqual(seconds(1, 2, 3, 12, 22));
		}
	},
	{
		name: 'offers the same to every strategy, and something else with another seed',
		check(start) {
			for (const process of ['poisson', 'bursty']) {
				const source = { process, rate: 50 };
				const first = offers(start, source, 10);
				for (const strategy of ['small-buffers', 'bounded-concurrency', 'reactive-streams']) {
					expect(offers(start, source, 10, { strategy })).toEqual(first);
				}
				expect(offers(start, source, 10, { seed: 2 })).not.toEqual(first);
			}
		}
	},
	{
		name: 'counts what the producer has not taken as waiting, oldest first',
		check(start) {
			const run = start({
				strategy: 'small-buffers',
				source: { process: 'constant', rate: 10 },
				consumer: steady(1, 3600),
				buffer: { capacity: 2 }
			});
			run.advance(1e9);
			const { source, ledger } = run.world;
			expect([ledger.offered, source.waiting, ledger.inHand, source.oldest]).toEqual([10, 6, 3, 4]);
		}
	}
];
