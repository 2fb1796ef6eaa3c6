import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { admitted, lab, type MakeBucket, MILLISECOND, SECOND } from './lab';

/** Rows are a time in tenths of a second, the tokens before, how many are asked for, the answer. */
type Step = readonly [time: number, before: number, tokens: number, answer: boolean];

function expectSteps(make: MakeBucket, capacity: number, steps: readonly Step[]): void {
	const { at } = lab(make, { capacity, rate: 10 });
	for (const [tenths, before, tokens, answer] of steps) {
		const time = (tenths * SECOND) / 10;
		expect(at(time).levelAt(time)).toBe(before);
		expect(at(time).tryConsume(tokens)).toBe(answer);
	}
}

/**
 * The rules of golang.org/x/time/rate that apply, each in a few steps worked out by hand. The others:
 * its L5 and L7 are about tokens that are reserved for later, and here nobody queues for a token;
 * L8 and L11 are about a limit without bound, and here the rate is a number of tokens per second.
 */
export const STEP_RULES: readonly Rule<MakeBucket>[] = [
	{
		name: 'L1 starts with its initial tokens: full it admits C + rT in the first T, empty rT',
		check(make) {
			const bucket = { capacity: 50, rate: 100 };
			const polls = { poll: MILLISECOND, end: SECOND, greedy: true };
			expect(admitted(make, bucket, polls)).toBe(150);
			expect(admitted(make, { ...bucket, initial: 0 }, polls)).toBe(100);
		}
	},
	{
		name: 'L2 holds min(C, tokens + r × elapsed), and looking at it changes nothing',
		check(make) {
			const { bucket, at } = lab(make, { capacity: 3, rate: 10 });
			at(0).tryConsume(3);
			const looks = [0, 1, 7, 2, 3, 4, 1].map((tenths) => bucket.levelAt((tenths * SECOND) / 10));
			expect(looks).toEqual([0, 1, 3, 2, 3, 3, 1]);
			expect(at(SECOND / 10).tryConsume(2)).toBe(false);
		}
	},
	{
		name: 'L2 refuses a clock that goes back, where Go would give the time again',
		check(make) {
			const { bucket, at } = lab(make, { capacity: 3, rate: 10 });
			at(SECOND).tryConsume();
			expect(() => at(SECOND - 1).tryConsume()).toThrow('time went back by 1 ns');
			expect(() => bucket.levelAt(0)).toThrow('time went back');
			expect(at(SECOND).levelAt(SECOND)).toBe(2);
		}
	},
	{
		name: 'L3 takes n tokens if they are there and nothing if not, step by step with one token',
		check(make) {
			expectSteps(make, 1, [
				[0, 1, 1, true],
				[0, 0, 1, false],
				[0, 0, 1, false],
				[1, 1, 1, true],
				[1, 0, 1, false],
				[1, 0, 1, false],
				[2, 1, 2, false],
				[2, 1, 1, true],
				[2, 0, 1, false]
			]);
		}
	},
	{
		name: 'L3 takes n tokens if they are there and nothing if not, step by step with three tokens',
		check(make) {
			expectSteps(make, 3, [
				[0, 3, 2, true],
				[0, 1, 2, false],
				[0, 1, 1, true],
				[0, 0, 1, false],
				[1, 1, 4, false],
				[2, 2, 1, true],
				[3, 2, 1, true],
				[4, 2, 1, true],
				[4, 1, 1, true],
				[4, 0, 1, false],
				[4, 0, 1, false],
				[9, 3, 3, true],
				[9, 0, 0, true]
			]);
		}
	},
	{
		name: 'L3 admits of fifteen at one instant as many as there are tokens',
		check(make) {
			const { at } = lab(make, { capacity: 5, rate: 10 });
			const answers = Array.from({ length: 15 }, () => at(0).tryConsume());
			expect(answers.filter(Boolean)).toHaveLength(5);
		}
	},
	{
		name: 'L4 never grants more than its capacity, and says so at once',
		check(make) {
			const { at } = lab(make, { capacity: 3, rate: 10 });
			expect(at(0).tryConsume(4)).toBe(false);
			expect(at(0).timeUntil(4)).toBe(Infinity);
			expect(at(3600 * SECOND).tryConsume(4)).toBe(false);
			expect(at(3600 * SECOND).tryConsume(3)).toBe(true);
		}
	},
	{
		name: 'L6 says how long until n tokens are there: then they are, a nanosecond earlier not',
		check(make) {
			for (const rate of [1, 3, 7, 900, 1999, 100_000]) {
				const { at } = lab(make, { capacity: 5, rate });
				at(0).tryConsume(5);
				const wait = at(0).timeUntil(2);
				expect(wait).toBe(Math.ceil((2 * SECOND) / rate));
				expect(at(wait - 1).tryConsume(2)).toBe(false);
				expect(at(wait - 1).timeUntil(2)).toBe(1);
				expect(at(wait).timeUntil(2)).toBe(0);
				expect(at(wait).tryConsume(2)).toBe(true);
			}
		}
	},
	{
		name: 'L9 with rate 0 grants the initial tokens and no more',
		check(make) {
			const { at } = lab(make, { capacity: 10, rate: 0, initial: 3 });
			expect([1, 2, 3, 4].map((hours) => at(hours * 3600 * SECOND).tryConsume())).toEqual([
				true,
				true,
				true,
				false
			]);
			expect(at(5 * 3600 * SECOND).timeUntil(1)).toBe(Infinity);
		}
	},
	{
		name: 'L10 gives no credit for the past when the rate changes',
		check(make) {
			const { bucket, at } = lab(make, { capacity: 100, rate: 1, initial: 0 });
			at(10 * SECOND).setRate(1000);
			expect(bucket.levelAt(10 * SECOND)).toBe(10);
			expect(bucket.levelAt(10.05 * SECOND)).toBe(60);
			at(10.05 * SECOND).setRate(0);
			expect(bucket.levelAt(20 * SECOND)).toBe(60);
		}
	},
	{
		name: 'L10 spills what no longer fits when the capacity shrinks, and fills a larger one no faster',
		check(make) {
			const { bucket, at } = lab(make, { capacity: 10, rate: 1 });
			at(0).setCapacity(4);
			expect(bucket.levelAt(0)).toBe(4);
			at(SECOND).setCapacity(8);
			expect([1, 2, 9].map((second) => bucket.levelAt(second * SECOND))).toEqual([4, 5, 8]);
		}
	},
	{
		name: 'L10 is within its bounds also when a full one has just shrunk',
		check(make) {
			const { bucket } = lab(make, { capacity: 10, rate: 1 });
			bucket.setCapacity(4);
			expect(() => bucket.check()).not.toThrow();
		}
	},
	{
		name: 'L12 is exact after any idle time, also where elapsed × rate is beyond 2^53',
		check(make) {
			for (const hours of [1, 26, 51.5, 77, 1000, 2500]) {
				const { at } = lab(make, { capacity: 1000, rate: 100_000, initial: 0 });
				const time = hours * 3600 * SECOND;
				expect(at(time).tryConsume(1000)).toBe(true);
				expect(at(time + 10_000).tryConsume()).toBe(true);
				expect(at(time + 19_999).tryConsume()).toBe(false);
				expect(at(time + 20_000).tryConsume()).toBe(true);
			}
		}
	}
];
