import { describe, expect, it } from 'vitest';
import { pageScale, toPage } from '../../../src/controls/knobs/parameter-display';
import { sliderScale } from '../../../src/controls/knobs/slider-scale';
import { PARAMETERS } from '../../../src/core/scenario/parameters';

const rate = sliderScale({ min: 1, max: 20_000, scale: 'log' }, false);
const workers = sliderScale({ min: 1, max: 200, scale: 'log' }, true);
const buffer = sliderScale({ min: 0, max: 10_000, scale: 'log-from-zero' }, true);
const duration = sliderScale({ min: 10, max: 600, scale: 'linear' }, false);

const SLIDERS = PARAMETERS.flatMap((parameter) => {
	const scale = pageScale(parameter);
	return scale === null ? [] : [{ parameter, scale, label: parameter.label }];
});

describe.each(SLIDERS)('the slider of $label', ({ parameter, scale }) => {
	it('begins and ends exactly at the ends of its range', () => {
		expect(scale.valueAt(0)).toBe(toPage(parameter, parameter.slider?.min ?? Number.NaN));
		expect(scale.valueAt(1)).toBe(toPage(parameter, parameter.slider?.max ?? Number.NaN));
		expect(scale.positionOf(scale.valueAt(0))).toBe(0);
		expect(scale.positionOf(scale.valueAt(1))).toBe(1);
	});

	it('never goes back: further along the track is never less', () => {
		let last = Number.NEGATIVE_INFINITY;
		for (let step = 0; step <= 1000; step += 1) {
			const value = scale.valueAt(step / 1000);
			expect(value).toBeGreaterThanOrEqual(last);
			last = value;
		}
	});

	it('stays on every stop that it stands on', () => {
		for (const stop of scale.stops) expect(scale.valueAt(scale.positionOf(stop))).toBe(stop);
	});

	it('stops at each value once, in order, each short enough to read', () => {
		for (const [index, stop] of scale.stops.entries()) {
			if (index > 0) expect(stop).toBeGreaterThan(scale.stops[index - 1] ?? stop);
			expect(String(stop)).toBe(String(Number(stop.toPrecision(3))));
			if (parameter.kind === 'integer') expect(Number.isInteger(stop)).toBe(true);
		}
	});

	it('reaches every stop by single steps, up and down', () => {
		let value = scale.valueAt(0);
		for (const stop of scale.stops.slice(1)) {
			expect(scale.step(stop, -1)).toBe(value);
			value = scale.step(value, 1);
			expect(value).toBe(stop);
		}
	});
});

describe('a logarithmic slider', () => {
	it('gives every decade the same room', () => {
		expect(rate.positionOf(10) - rate.positionOf(1)).toBeCloseTo(
			rate.positionOf(1000) - rate.positionOf(100),
			12
		);
	});

	it('stops at the round numbers people ask for', () => {
		for (const value of [1, 8, 12, 95, 100, 120, 150, 400, 500, 600, 800, 9600, 12_000]) {
			expect(rate.stops).toContain(value);
		}
	});

	it('has every whole number from 1 to 50 when only whole ones count', () => {
		expect(workers.stops.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
	});
});

describe('a slider that is logarithmic from zero', () => {
	it('has 0 as its first stop and 1 as its second, apart enough to be hit', () => {
		expect(buffer.stops.slice(0, 4)).toEqual([0, 1, 2, 3]);
		expect(buffer.positionOf(1)).toBeGreaterThan(0.05);
	});
});

describe('a linear slider', () => {
	it('is linear and stops at multiples of a round step', () => {
		expect(duration.positionOf(305)).toBe(0.5);
		expect(duration.stops.slice(0, 4)).toEqual([10, 15, 20, 25]);
	});
});

describe('steps', () => {
	it.each([
		[600, 1, 610],
		[600, -1, 590],
		[601, 1, 610],
		[601, -1, 600],
		[20_000, 1, 20_000],
		[600, Number.POSITIVE_INFINITY, 20_000],
		[600, Number.NEGATIVE_INFINITY, 1]
	])('from %d by %d lead to %d', (value, steps, expected) => {
		expect(rate.step(value, steps)).toBe(expected);
	});

	it('leave a typed value beyond the slider where it is, unless they lead back', () => {
		expect(rate.step(0.5, -1)).toBe(0.5);
		expect(rate.step(0.5, 1)).toBe(1);
		expect(rate.step(100_000, 1)).toBe(100_000);
		expect(rate.step(100_000, -1)).toBe(20_000);
	});
});
