import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../src/core/measures/series';
import { Follower } from '../../../src/engine/story/follower';

/** The number at each time, up to the next; columns end at 10 and at 20. */
const TOLD = [
	[0, 2],
	[4, 8],
	[6, 1],
	[12, 3]
] as const;

describe('a follower makes one value of a column out of what a number was in it', () => {
	it.each<[Summary, number, number]>([
		['smallest', 1, 1],
		['largest', 8, 3],
		['last', 1, 3],
		['added', -1, 2],
		['mean', (4 * 2 + 2 * 8 + 4 * 1) / 10, (2 * 1 + 8 * 3) / 10]
	])('the %s', (summary, first, second) => {
		let value = 2;
		const follower = new Follower(() => value, summary);
		const columns: number[] = [];
		for (const end of [10, 20]) {
			for (const [time, told] of TOLD.filter(([time]) => time > end - 10 && time <= end)) {
				value = told;
				follower.settled(time);
			}
			columns.push(follower.valueAt(end));
			follower.begin(end);
		}
		expect(columns).toEqual([first, second]);
	});

	it('the mean of a column that grows is over its part so far', () => {
		let value = 0;
		const follower = new Follower(() => value, 'mean');
		follower.begin(10);
		value = 1;
		follower.settled(13);
		expect(follower.valueAt(14)).toBe(0.25);
	});
});
