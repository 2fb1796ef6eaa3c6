import { expect } from 'vitest';
import { addDemand, lessOne, UNBOUNDED } from '../../../../src/core/reactive/demand';
import type { Suite } from '../../rule';

/** How demand adds up and is used. */
const SUMS = [
	[0, 3, 3],
	[2, 3, 5],
	[UNBOUNDED - 1, 1, UNBOUNDED],
	[UNBOUNDED - 1, UNBOUNDED - 1, UNBOUNDED],
	[1, Infinity, UNBOUNDED],
	[UNBOUNDED, 1, UNBOUNDED]
] as const;

export const DEMAND_RULES: Suite = [
	...SUMS.map(([demand, n, expected]) => ({
		name: `demand of ${demand} and a request for ${n} are ${expected}`,
		check: () => expect(addDemand(demand, n)).toBe(expected)
	})),
	{
		name: 'demand is one less after a delivery, but never less than 0, and unbounded stays so',
		check() {
			expect([5, 1, 0, UNBOUNDED - 1, UNBOUNDED].map(lessOne)).toEqual([
				4,
				0,
				0,
				UNBOUNDED - 2,
				UNBOUNDED
			]);
		}
	}
];
