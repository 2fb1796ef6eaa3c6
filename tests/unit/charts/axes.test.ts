import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../../src/charts/frame/time-axis';
import { niceTop, valueAxis } from '../../../src/charts/frame/value-axis';
import { countTicks, secondsTicks } from '../../../src/charts/frame/value-format';
import { TABLE_ROWS, tableRows } from '../../../src/charts/telling/table-columns';
import { COLUMN, storyOf } from './fixture';

/** Which spaces a number is written with is not for these tests to say. */
function plain(text: string): string {
	return text.replace(/\s/g, ' ');
}

const positive = fc.double({ min: 1e-9, max: 1e9, noNaN: true });

describe('the vertical axis', () => {
	it('never shrinks while its story grows, and nothing sticks out', () => {
		fc.assert(
			fc.property(positive, positive, (a, b) => {
				const [smaller, larger] = a < b ? [a, b] : [b, a];
				expect(niceTop(smaller, 1e-9)).toBeLessThanOrEqual(niceTop(larger, 1e-9));
				expect(niceTop(larger, 1e-9)).toBeGreaterThanOrEqual(larger);
			}),
			{ seed: 1 }
		);
	});

	it('wastes less than half of its height', () => {
		fc.assert(
			fc.property(positive, (largest) => {
				expect(niceTop(largest, 1e-9)).toBeLessThan(2 * largest);
			}),
			{ seed: 2 }
		);
	});

	it('has three or four ticks from 0 to its top', () => {
		fc.assert(
			fc.property(positive, (largest) => {
				const { top, ticks } = valueAxis(niceTop(largest, 1e-9));
				expect([3, 4]).toContain(ticks.length);
				expect([ticks[0], ticks.at(-1)]).toEqual([0, top]);
			}),
			{ seed: 3 }
		);
	});

	it.each([
		[1412, 10, ['0', '500', '1 000', '1 500']],
		[2.81, 10, ['0', '5', '10']],
		[260_000, 10, ['0', '100 k', '200 k', '300 k']],
		[2_600_000, 10, ['0', '1 M', '2 M', '3 M']]
	])('of %d messages reads well in 36 pixels', (largest, least, texts) => {
		expect(countTicks(valueAxis(niceTop(largest, least)), 36, 13).map(plain)).toEqual(texts);
	});

	it.each([
		[2.81, ['0', '1 s', '2 s', '3 s']],
		[0.028, ['0', '10 ms', '20 ms', '30 ms']],
		[0.0012, ['0', '0.5 ms', '1 ms', '1.5 ms']]
	])('of %d seconds is in the unit that suits it', (largest, texts) => {
		expect(secondsTicks(valueAxis(niceTop(largest, 1e-3))).map(plain)).toEqual(texts);
	});
});

describe('the time axis', () => {
	it.each([
		[30, 744, [0, 5, 10, 15, 20, 25, 30]],
		[30, 287, [0, 10, 20, 30]],
		[150, 472, [0, 50, 100, 150]],
		[28, 744, [0, 5, 10, 15, 20, 25, 28]]
	])('of %d s on %d pixels', (seconds, length, expected) => {
		expect(timeTicks(seconds, length, 60).map((tick) => tick.seconds)).toEqual(expected);
	});

	it('always ends with the end, and no two ticks touch', () => {
		const lengths = fc.integer({ min: 200, max: 1200 });
		fc.assert(
			fc.property(
				fc.double({ min: 0.001, max: 86_400, noNaN: true }),
				lengths,
				(seconds, length) => {
					const ticks = timeTicks(seconds, length, 60);
					expect(ticks.at(-1)).toEqual({ seconds, isEnd: true });
					for (let index = 1; index < ticks.length; index++) {
						const apart = (ticks[index]?.seconds ?? 0) - (ticks[index - 1]?.seconds ?? 0);
						expect((apart / seconds) * length).toBeGreaterThan(59.9);
					}
				}
			),
			{ seed: 4 }
		);
	});
});

describe('the table', () => {
	it('has at most thirty rows, in order, and the last is the end of what is known', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), (columns) => {
				const rows = tableRows(storyOf(columns, () => ({})));
				expect(rows.length).toBeLessThanOrEqual(TABLE_ROWS);
				const times = rows.map((row) => row.seconds);
				expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
				expect(rows.at(-1)?.column).toBe(columns - 1);
			}),
			{ seed: 5 }
		);
	});

	it('reads at round times, each from the column that ends then', () => {
		const rows = tableRows(storyOf(1000, () => ({})));
		expect(rows.slice(0, 3).map((row) => row.seconds)).toEqual([0.5, 1, 1.5]);
		for (const { seconds, column } of rows) expect((column + 1) * COLUMN).toBe(seconds * 1e9);
	});
});
