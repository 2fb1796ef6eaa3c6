import fc from 'fast-check';
import { expect } from 'vitest';
import { conforms, staysBelowCurve } from '../../../oracle/arrival-curve';
import { ExactBucket } from '../../../oracle/exact-bucket';
import type { Rule } from '../../rule';
import { lab, type MakeBucket, MILLISECOND, SECOND } from './lab';

const SEED = 20_261_129;

const settings = fc.record({
	capacity: fc.integer({ min: 1, max: 12 }),
	rate: fc.constantFrom(0, 1, 3, 7, 100, 900, 1999, 100_000)
});

/** Something that is done to a bucket some time after the thing before. */
const step = fc.record({
	wait: fc.oneof(fc.constantFrom(0, MILLISECOND, SECOND), fc.integer({ min: 1, max: SECOND })),
	take: fc.option(fc.integer({ min: 1, max: 13 })),
	turn: fc.option(settings)
});
const script = fc.array(step, { maxLength: 40, size: 'max' });

/** What holds for each token bucket, whatever is done to it. */
export const SCRIPT_RULES: readonly Rule<MakeBucket>[] = [
	{
		name: 'admits at most C + r × t in any window, on 300 random scripts',
		check(make) {
			const steady = fc.array(step, { maxLength: 40, size: 'max' });
			const property = fc.property(settings, steady, (options, steps) => {
				const { at } = lab(make, options);
				let time = 0;
				const admissions = steps.flatMap(({ wait, take }) => {
					time += wait;
					const tokens = take ?? 1;
					return at(time).tryConsume(tokens) ? [{ time, tokens }] : [];
				});
				expect(conforms(admissions, options)).toBe(true);
				expect(staysBelowCurve(admissions, [{ time: 0, ...options }])).toBe(true);
			});
			fc.assert(property, { seed: SEED, numRuns: 300 });
		}
	},
	{
		name: 'admits at most C + the integral of r in any window while both change, on 300 random scripts',
		check(make) {
			const property = fc.property(settings, script, (options, steps) => {
				const { at } = lab(make, options);
				const regimes = [{ time: 0, ...options }];
				let time = 0;
				const admissions = steps.flatMap(({ wait, take, turn }) => {
					time += wait;
					if (turn !== null) {
						at(time).setRate(turn.rate);
						at(time).setCapacity(turn.capacity);
						regimes.push({ time, ...turn });
					}
					const tokens = take ?? 1;
					return at(time).tryConsume(tokens) ? [{ time, tokens }] : [];
				});
				expect(staysBelowCurve(admissions, regimes)).toBe(true);
			});
			fc.assert(property, { seed: SEED, numRuns: 300 });
		}
	},
	{
		name: 'refuses nobody for whom there are tokens: answers as an exact count does, on 300 random scripts',
		check(make) {
			const property = fc.property(settings, script, ({ capacity, rate }, steps) => {
				const { bucket, at } = lab(make, { capacity, rate });
				const exact = new ExactBucket(capacity, rate, capacity);
				let time = 0;
				for (const { wait, take, turn } of steps) {
					time += wait;
					if (turn !== null) {
						at(time).setRate(turn.rate);
						exact.setRate(turn.rate, time);
						at(time).setCapacity(turn.capacity);
						exact.setCapacity(turn.capacity, time);
					}
					if (take !== null) {
						expect(at(time).tryConsume(take)).toBe(exact.tryConsume(take, time));
					}
					expect(bucket.levelAt(time)).toBe(Number(exact.levelAt(time)) / SECOND);
				}
			});
			fc.assert(property, { seed: SEED, numRuns: 300 });
		}
	}
];
