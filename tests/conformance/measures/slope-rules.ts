import { expect } from 'vitest';
import { Slope } from '../../../src/core/measures/slope';
import type { Suite } from '../rule';

const SECOND = 1e9;

export const SLOPE_RULES: Suite = [
	{
		name: 'a slope tells how fast a number grows that grows evenly, whenever one looks',
		check() {
			const slope = new Slope();
			for (let tick = 1; tick <= 100; tick++) slope.change(3, tick * 0.1 * SECOND);
			// Between two ticks up to one step of 3 is missing or extra.
			for (const now of [10, 10.05, 10.09]) {
				expect(Math.abs(slope.perSecondAt(now * SECOND) - 30)).toBeLessThan(3.1);
			}
		}
	},
	{
		name: 'a slope falls within two seconds of the turn, and is 0 when nothing has changed for so long',
		check() {
			const slope = new Slope();
			slope.change(1000, 0.5 * SECOND);
			slope.change(-100, 3.5 * SECOND);
			expect(slope.perSecondAt(3.6 * SECOND)).toBeCloseTo(-100 / 1.6);
			expect(slope.perSecondAt(5 * SECOND)).toBe(0);
		}
	},
	{
		name: 'a slope is 0 before anything can be said',
		check: () => expect(new Slope().perSecondAt(0)).toBe(0)
	}
];
