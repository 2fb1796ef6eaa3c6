import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { GREEDY, ONE_AT_EACH_POLL } from './counts';
import { admitted, type MakeBucket, MILLISECOND, SECOND } from './lab';
import { SCRIPT_RULES } from './scripts';
import { STEP_RULES } from './steps';

/** All rules of a token bucket. */
export const TOKEN_BUCKET_RULES: readonly Rule<MakeBucket>[] = [
	...STEP_RULES,
	{
		name: 'counts exactly at each poll interval, one token at each poll',
		check(make) {
			for (const { rate, capacity, poll, exact } of ONE_AT_EACH_POLL) {
				const polls = { poll: poll * MILLISECOND, end: 10 * SECOND, greedy: false };
				expect(admitted(make, { capacity, rate }, polls)).toBe(exact);
			}
		}
	},
	{
		name: 'counts exactly at each poll interval, as many tokens as there are',
		check(make) {
			for (const { rate, poll, last, exact } of GREEDY) {
				const polls = { poll: poll * MILLISECOND, end: last * MILLISECOND, greedy: true };
				expect(admitted(make, { capacity: 10, rate }, polls)).toBe(exact);
			}
		}
	},
	{
		name: 'admits 599 of one every 2 ms for 5 s at 100/s from a bucket of 100',
		check(make) {
			const polls = { poll: 2 * MILLISECOND, end: 4.998 * SECOND, greedy: false };
			expect(admitted(make, { capacity: 100, rate: 100 }, polls)).toBe(599);
		}
	},
	...SCRIPT_RULES
];
