import { scaleLinear } from 'd3';
import { describe, expect, it } from 'vitest';
import { type Line, valueAt } from '../../../src/charts/lines/line';
import { type Step, stepAt, stepPath, stepsOf } from '../../../src/charts/lines/steps';
import { COLUMN, storyOf } from './fixture';

const scales = { x: scaleLinear([0, 100 * COLUMN], [0, 100]), y: scaleLinear([0, 10], [10, 0]) };
const NONE = Number.NaN;

function step(column: number, value: number): Step {
	return { time: column * COLUMN, value };
}

function stepped(values: readonly number[]): Line {
	const look = { state: 'signal', isDashed: true, isThin: true } as const;
	const shape = { fromZero: false, stride: 1, isStepped: true };
	return { name: 'as read', look, values, columns: values.length, ...shape };
}

describe('steps', () => {
	it.each<[string, Step[], string]>([
		['hold until the next and then to the end', [step(0, 4), step(2, 7)], 'M0,60H20V30H50'],
		['begin where the first value does', [step(3, 4)], 'M30,60H50'],
		['break where nothing holds', [step(0, 4), step(1, NONE), step(3, 4)], 'M0,60H10M30,60H50'],
		['end where nothing holds any more', [step(0, 4), step(1, NONE)], 'M0,60H10'],
		['are nothing without a value', [step(0, NONE)], '']
	])('%s', (_, steps, path) => {
		expect(stepPath(steps, 5 * COLUMN, scales)).toBe(path);
	});

	it('of a line are the columns that say something new, at their ends', () => {
		const line = stepped([NONE, 4, 4, 7, NONE, NONE]);
		expect(
			stepsOf(
				line,
				storyOf(6, () => ({}))
			)
		).toEqual([step(2, 4), step(4, 7), step(5, NONE)]);
	});

	it('hold at any time between', () => {
		const steps = [step(1, 4), step(3, 7)];
		expect([0, 1, 2.9, 3, 99].map((column) => stepAt(steps, column * COLUMN))).toEqual([
			NONE,
			4,
			4,
			7,
			7
		]);
	});

	it('are not told by a value that holds no longer', () => {
		expect(valueAt(stepped([4, NONE]), 1)).toBeNaN();
		expect(valueAt({ ...stepped([4, NONE]), isStepped: false }, 1)).toBe(4);
	});
});
