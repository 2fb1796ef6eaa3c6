import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../../../../src/core/primitives/token-bucket';
import { type Admission, conforms, staysBelowCurve } from '../../../oracle/arrival-curve';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { GREEDY, ONE_AT_EACH_POLL } from './counts';
import { admitted, type MakeBucket, MILLISECOND, SECOND } from './lab';
import { TOKEN_BUCKET_MUTANTS } from './mutants';
import { suite } from './suite';

const SEED = 20_261_130;

const right: MakeBucket = (clock, options) => new TokenBucket(clock, options);

describe('a token bucket', () => {
	testSuite(suite);

	it.each([
		[{ capacity: 0.5, rate: 1, initial: 0 }, 'capacity must be ≥ 1, got 0.5'],
		[{ capacity: Number.NaN, rate: 1, initial: 0 }, 'capacity must be ≥ 1, got NaN'],
		[{ capacity: 5, rate: 1, initial: 6 }, 'initial must be in [0, 5], got 6'],
		[{ capacity: 5, rate: 1, initial: -1 }, 'initial must be in [0, 5], got -1']
	])('with %o is refused', (options, message) => {
		expect(() => new TokenBucket({ now: 0 }, options)).toThrow(message);
	});

	it('of 100 at 100/s admits 200 in one closed second: the bound C + rT is reached', () => {
		const polls = { poll: MILLISECOND, end: SECOND, greedy: true };
		expect(admitted(right, { capacity: 100, rate: 100 }, polls)).toBe(200);
	});
});

describe('a token bucket that', () => {
	testMutants(TOKEN_BUCKET_MUTANTS);
});

/** The refill that many buckets have: whole tokens, and the time of the look is kept. */
const truncating: MakeBucket = (clock, options) =>
	new TokenBucket(clock, {
		...options,
		refill: (elapsed, rate) => Math.floor((elapsed * rate) / SECOND) * SECOND
	});

describe('the same bucket with a truncating refill', () => {
	it.each(ONE_AT_EACH_POLL)(
		'admits $truncating instead of $exact at $rate/s, looked at every $poll ms',
		({ capacity, rate, poll, truncating: expected }) => {
			const polls = { poll: poll * MILLISECOND, end: 10 * SECOND, greedy: false };
			expect(admitted(truncating, { capacity, rate }, polls)).toBe(expected);
		}
	);

	it.each(GREEDY)(
		'admits $truncating instead of $exact at $rate/s when drained every $poll ms',
		({ rate, poll, last, truncating: expected }) => {
			const polls = { poll: poll * MILLISECOND, end: last * MILLISECOND, greedy: true };
			expect(admitted(truncating, { capacity: 10, rate }, polls)).toBe(expected);
		}
	);
});

describe('the two ways to check an arrival curve', () => {
	it('agree on 2000 random sequences, of which many cross it', () => {
		const admission = fc.record({
			wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: SECOND })),
			tokens: fc.integer({ min: 1, max: 4 })
		});
		const curve = fc.record({
			capacity: fc.integer({ min: 1, max: 12 }),
			rate: fc.integer({ min: 0, max: 8 })
		});
		let crossed = 0;
		fc.assert(
			fc.property(
				fc.array(admission, { maxLength: 15, size: 'max' }),
				curve,
				(steps, { capacity, rate }) => {
					let time = 0;
					const admissions: Admission[] = steps.map(({ wait, tokens }) => {
						time += wait;
						return { time, tokens };
					});
					const isBelow = staysBelowCurve(admissions, [{ time: 0, capacity, rate }]);
					if (!isBelow) crossed++;
					expect(conforms(admissions, { capacity, rate })).toBe(isBelow);
				}
			),
			{ seed: SEED, numRuns: 2000 }
		);
		expect(crossed).toBeGreaterThan(500);
		expect(crossed).toBeLessThan(1800);
	});
});
