import { expect } from 'vitest';
import type { Run } from '../../../../src/core/run/run';
import { staysBelowCurve } from '../../../oracle/arrival-curve';
import type { Rule } from '../../rule';
import { gauge, type Start, steady, throttling, timesOfSignal } from '../lab';
import { workerRules } from '../worker-rules';
import { LAG_READING_RULES } from './lag-readings';

/** A hundred messages a second for as long as the run lasts, on the grid of hundredths. */
const hundredPerSecond = (seconds: number) => ({
	process: 'trace',
	times: Array.from({ length: 100 * seconds }, (_, index) => index / 100)
});

/** A worker that never ends, so that whatever is admitted stays in the lag. */
const stuck = steady(1, 3600);
const plenty = { capacity: 1_000_000, rate: 0 };

const REASONS = ['now.refusedByRate', 'now.refusedByLag', 'now.refusedUnknown'] as const;

/** How many attempts were refused so far: rate limit exceeded, lag too high, lag unknown. */
function refusals(run: Run): number[] {
	return REASONS.map((key) => gauge(run, key));
}

/** Advances to some times and says each time what has become of things. */
function at<T>(run: Run, seconds: readonly number[], look: (run: Run) => T): T[] {
	return seconds.map((second) => {
		run.advance(Math.round(second * 1e9));
		return look(run);
	});
}

const accepted = (run: Run) => run.world.ledger.accepted;

/** The rules of a producer that is throttled by a token bucket and a lag gate. */
export const THROTTLING_RULES: readonly Rule<Start>[] = [
	...LAG_READING_RULES,
	...workerRules({ ...throttling, bucket: plenty }),
	{
		name: 'begins with the tokens it is told of, else full, and holds those of a second, one at least',
		check(start) {
			const levels = (bucket: object) => {
				const run = start({ ...throttling, bucket });
				return [gauge(run, 'now.tokens'), gauge(run, 'now.bucketCapacity')];
			};
			expect(levels({ capacity: 10, rate: 5, initial: 3 })).toEqual([3, 10]);
			expect(levels({ capacity: 10, rate: 5 })).toEqual([10, 10]);
			expect(levels({ rate: 5 })).toEqual([5, 5]);
			expect(levels({ rate: 0 })).toEqual([1, 1]);
		}
	},
	{
		name: 'lets each refusal travel upstream',
		check(start) {
			const source = { process: 'trace', times: [0, 0.5, 1, 1.5] };
			const bucket = { capacity: 1, rate: 1 };
			const run = start({ ...throttling, source, bucket }, { pictures: true });
			run.advance(60e9);
			expect(timesOfSignal(run, 'refused')).toEqual([0.5, 1.5]);
		}
	},
	{
		name: 'reads lag before the offers of the same instant',
		check(start) {
			const run = start({
				...throttling,
				source: { process: 'trace', times: [0, 5, 5] },
				consumer: steady(1, 1),
				lag: { limit: 0, interval: 5 }
			});
			// No lag at 0, and none at 5. Read behind the offer at 0, a lag of 1 would shut the gate.
			expect(at(run, [0, 5], accepted)).toEqual([1, 3]);
		}
	},
	{
		name: 'shuts above the limit and opens again at resume, with lag read at each attempt',
		check(start) {
			const run = start({
				...throttling,
				duration: 2,
				source: hundredPerSecond(2),
				// One message is done at 0.9 s + 0.1 s × its number.
				consumer: { workers: 1, distribution: 'trace', times: [0.905, ...Array(20).fill(0.1)] },
				bucket: plenty,
				lag: { limit: 5, resume: 3 }
			});
			// The offers at 0, 0.01, … 0.05 s make a lag of 6.
			expect(at(run, [0.04, 0.05, 0.06, 1.1], accepted)).toEqual([5, 6, 6, 6]);
			// The third is done at 1.105 s, and from 1.11 s on a lag of 3 lets three in again.
			expect(at(run, [1.11, 1.13, 1.14], accepted)).toEqual([7, 9, 9]);
		}
	},
	{
		name: 'a shut gate refuses without a look at the bucket, and takes no token',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(3),
				consumer: stuck,
				bucket: { capacity: 10, rate: 1 },
				lag: { limit: 4 }
			});
			// Five messages make the lag too high; their tokens come back in 5 s whoever asks meanwhile.
			run.advance(2e9);
			expect(accepted(run)).toBe(5);
			expect(refusals(run)).toEqual([0, 196, 0]);
			expect(gauge(run, 'now.tokens')).toBe(7);
		}
	},
	{
		name: 'says the first of: consumer lag unknown, consumer lag too high, rate limit exceeded',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(4),
				consumer: stuck,
				bucket: { capacity: 5, rate: 0 },
				lag: { limit: 5 },
				changes: [
					{ at: 1, set: 'lag.limit', to: 4 },
					{ at: 2, set: 'lag.available', to: false },
					{ at: 3, set: 'lag.limit', to: 5 },
					{ at: 3.5, set: 'lag.available', to: true }
				]
			});
			const before = (second: number) => second - 0.001;
			expect(at(run, [1, 2, 3, 3.5, 4].map(before), refusals)).toEqual([
				[95, 0, 0],
				[95, 100, 0],
				[95, 100, 100],
				[95, 100, 150],
				[145, 100, 150]
			]);
		}
	},
	{
		name: 'refuses everything while lag cannot be read, and goes on as before when it can',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(3),
				bucket: plenty,
				changes: [
					{ at: 1, set: 'lag.available', to: false },
					{ at: 2, set: 'lag.available', to: true }
				]
			});
			const before = (second: number) => second - 0.001;
			expect(at(run, [1, 2, 3].map(before), accepted)).toEqual([100, 100, 200]);
			expect(refusals(run)).toEqual([0, 0, 100]);
		}
	},
	{
		name: 'learns that lag cannot be read at the next reading, and that it can likewise',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(15),
				bucket: plenty,
				lag: { interval: 5 },
				changes: [
					{ at: 3, set: 'lag.available', to: false },
					{ at: 8, set: 'lag.available', to: true }
				]
			});
			const before = (second: number) => second - 0.001;
			expect(at(run, [5, 10, 15].map(before), accepted)).toEqual([500, 500, 1000]);
		}
	},
	{
		name: 'gives a refused message up at the first refusal when it is to be dropped',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(1),
				bucket: { capacity: 10, rate: 0 }
			});
			run.advance(2e9);
			const { ledger, source } = run.world;
			expect([ledger.accepted, ledger.refused, ledger.attempts]).toEqual([10, 90, 100]);
			expect([source.waiting, ledger.hand]).toEqual([0, 0]);
		}
	},
	{
		name: 'keeps a refused message in hand and tries every refused.after, and those behind wait',
		check(start) {
			const run = start({
				...throttling,
				source: hundredPerSecond(1),
				bucket: { capacity: 1, rate: 1 },
				refused: { then: 'retry', after: 0.3 }
			});
			const look = ({ world: { ledger, source } }: Run) => [
				ledger.accepted,
				ledger.attempts,
				source.waiting + ledger.hand
			];
			// Message 0 takes the token of 0 s; message 1 tries at 0.01, 0.31, 0.61, 0.91 and 1.21 s, and
			// message 2 at 1.21, 1.51, 1.81, 2.11 and 2.41 s.
			expect(at(run, [0, 0.91, 1.2, 1.21, 2.11, 2.41], look)).toEqual([
				[1, 1, 0],
				[1, 5, 91],
				[1, 5, 99],
				[2, 7, 98],
				[2, 10, 98],
				[3, 12, 97]
			]);
			expect(run.world.ledger.refused).toBe(0);
		}
	},
	{
		name: 'counts each attempt once: admitted, or refused for one reason',
		check(start) {
			for (const then of ['drop', 'retry']) {
				const run = start({
					...throttling,
					duration: 20,
					seed: 5,
					source: { process: 'poisson', rate: 200 },
					consumer: { workers: 2, serviceTime: 0.02, distribution: 'exponential' },
					bucket: { capacity: 20, rate: 110 },
					lag: { limit: 30, resume: 10 },
					refused: { then, after: 0.05 },
					changes: [
						{ at: 12, set: 'lag.available', to: false },
						{ at: 14, set: 'lag.available', to: true }
					]
				});
				run.advance(20e9);
				const counts = refusals(run);
				const { ledger } = run.world;
				for (const count of counts) expect(count).toBeGreaterThan(5);
				const refused = counts.reduce((sum, count) => sum + count);
				expect(ledger.attempts).toBe(ledger.accepted + refused);
				if (then === 'drop') expect(ledger.refused).toBe(refused);
			}
		}
	},
	{
		name: 'admits 1010 of the offers of each millisecond from 0 to 10 s at 100/s from a bucket of 10',
		check(start) {
			const run = start({
				...throttling,
				source: { process: 'trace', times: Array.from({ length: 10_001 }, (_, n) => n / 1000) },
				bucket: { capacity: 10, rate: 100 }
			});
			run.advance(10e9);
			expect(accepted(run)).toBe(1010);
		}
	},
	{
		name: 'never crosses the arrival curve, nor what the page draws of it, while the bucket changes',
		check(start) {
			const turns = [
				{ at: 1, rate: 40, capacity: 60 },
				{ at: 2, rate: 200, capacity: 5 },
				{ at: 2.5, rate: 0, capacity: 50 },
				{ at: 3.25, rate: 90, capacity: 1 },
				{ at: 4, rate: 7, capacity: 200 }
			];
			const run = start(
				{
					...throttling,
					duration: 6,
					source: { process: 'poisson', rate: 300 },
					consumer: stuck,
					bucket: { capacity: 30, rate: 100 },
					changes: turns.flatMap(({ at: time, rate, capacity }) => [
						{ at: time, set: 'bucket.rate', to: rate },
						{ at: time, set: 'bucket.capacity', to: capacity }
					])
				},
				{ items: true }
			);
			for (let time = 0; time <= 6e9; time += 0.01e9) {
				run.advance(time);
				expect(accepted(run)).toBeLessThanOrEqual(gauge(run, 'now.mostAdmitted'));
			}
			const times = run.items?.accepted.filter((time) => time !== null) ?? [];
			const first = { time: 0, capacity: 30, rate: 100 };
			const later = turns.map(({ at: time, ...regime }) => ({ time: time * 1e9, ...regime }));
			expect(times.length).toBeGreaterThan(300);
			expect(
				staysBelowCurve(
					times.map((time) => ({ time, tokens: 1 })),
					[first, ...later]
				)
			).toBe(true);
		}
	}
];
