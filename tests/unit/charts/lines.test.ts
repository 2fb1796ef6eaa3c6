import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import {
	BRIDGED_COLUMNS,
	type Line,
	lastColumn,
	linePath,
	valueAt
} from '../../../src/charts/lines/line';
import {
	columnAt,
	columnEnd,
	completeColumns,
	nearestEnd
} from '../../../src/charts/story/columns';
import { emptyStory, extendStory } from '../../../src/engine/story/story';
import { COLUMN, historyOf, storyOf } from './fixture';

const scales = { x: scaleLinear([0, 100 * COLUMN], [0, 100]), y: scaleLinear([0, 10], [10, 0]) };

function lineOf(values: readonly number[], fromZero = false): Line {
	const look = { state: 'waiting', isDashed: false, isThin: false } as const;
	return { name: 'line', look, values, columns: values.length, fromZero, stride: 1 };
}

function withSilence(columns: number): number[] {
	return [5, ...Array.from({ length: columns }, () => Number.NaN), 5];
}

describe('a line', () => {
	const story = storyOf(100, () => ({}));

	it('passes through the end of each column, in tenths of a pixel', () => {
		expect(linePath(lineOf([1, 4]), story, scales)).toBe('M10,90L20,60');
	});

	it('of a stock sets out from nothing at time 0', () => {
		expect(linePath(lineOf([1, 4], true), story, scales)).toBe('M0,100L10,90L20,60');
	});

	it('crosses a short silence and breaks at a long one', () => {
		const short = linePath(lineOf(withSilence(BRIDGED_COLUMNS - 1)), story, scales);
		const long = linePath(lineOf(withSilence(BRIDGED_COLUMNS)), story, scales);
		expect(short.match(/M/g)).toHaveLength(1);
		expect(long.match(/M/g)).toHaveLength(2);
	});

	it('is told by its last value within a short silence, and by none within a long one', () => {
		const line = lineOf(withSilence(2 * BRIDGED_COLUMNS));
		expect(valueAt(line, BRIDGED_COLUMNS - 1)).toBe(5);
		expect(valueAt(line, BRIDGED_COLUMNS + 1)).toBeNaN();
		expect(lastColumn(line)).toBe(2 * BRIDGED_COLUMNS + 1);
	});
});

describe('a time belongs to the last column that has ended', () => {
	const growing = extendStory(
		emptyStory(1),
		historyOf(4, () => ({}), { reached: 3.5 * COLUMN })
	);

	it.each([
		[0, -1],
		[COLUMN - 1, -1],
		[COLUMN, 0],
		[2.9 * COLUMN, 1],
		[3.4 * COLUMN, 2],
		[3.5 * COLUMN, 3],
		[99 * COLUMN, 3]
	])('at %d ns to column %d', (time, column) => {
		expect(columnAt(growing, time)).toBe(column);
	});

	it('and the cursor rests at such ends only', () => {
		for (let column = 0; column < growing.columns; column++) {
			const end = columnEnd(growing, column);
			expect(nearestEnd(growing, end)).toBe(end);
			expect(columnAt(growing, end)).toBe(column);
		}
		expect(nearestEnd(emptyStory(1), 5)).toBeNull();
	});

	it('and a column that still grows is not complete before the run ends', () => {
		expect(completeColumns(growing, 10 * COLUMN)).toBe(3);
		expect(completeColumns(growing, 3.5 * COLUMN)).toBe(4);
	});
});
