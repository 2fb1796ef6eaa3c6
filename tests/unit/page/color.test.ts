import { describe, expect, it } from 'vitest';
import {
	contrast,
	distance,
	lab,
	linearRgb,
	simulate,
	type Triple,
	VISIONS
} from '../../oracle/design/color';

// The colors of the page are judged by these formulas, so the formulas answer to what was published.

// Table 1 of Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", 2005: every pair.
const SHARMA: readonly (readonly [Triple, Triple, number])[] = [
	[[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
	[[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
	[[50, 2.8361, -74.02], [50, 0, -82.7485], 3.4412],
	[[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
	[[50, -1.1848, -84.8006], [50, 0, -82.7485], 1.0],
	[[50, -0.9009, -85.5211], [50, 0, -82.7485], 1.0],
	[[50, 0, 0], [50, -1, 2], 2.3669],
	[[50, -1, 2], [50, 0, 0], 2.3669],
	[[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
	[[50, 2.49, -0.001], [50, -2.49, 0.001], 7.1792],
	[[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
	[[50, 2.49, -0.001], [50, -2.49, 0.0012], 7.2195],
	[[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
	[[50, -0.001, 2.49], [50, 0.001, -2.49], 4.8045],
	[[50, -0.001, 2.49], [50, 0.0011, -2.49], 4.7461],
	[[50, 2.5, 0], [50, 0, -2.5], 4.3065],
	[[50, 2.5, 0], [73, 25, -18], 27.1492],
	[[50, 2.5, 0], [61, -5, 29], 22.8977],
	[[50, 2.5, 0], [56, -27, -3], 31.903],
	[[50, 2.5, 0], [58, 24, 15], 19.4535],
	[[50, 2.5, 0], [50, 3.1736, 0.5854], 1.0],
	[[50, 2.5, 0], [50, 3.2972, 0], 1.0],
	[[50, 2.5, 0], [50, 1.8634, 0.5757], 1.0],
	[[50, 2.5, 0], [50, 3.2592, 0.335], 1.0],
	[[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
	[[63.0109, -31.0961, -5.8663], [62.8187, -29.7946, -4.0864], 1.263],
	[[61.2901, 3.7196, -5.3901], [61.4292, 2.248, -4.962], 1.8731],
	[[35.0831, -44.1164, 3.7933], [35.0232, -40.0716, 1.5901], 1.8645],
	[[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
	[[36.4612, 47.858, 18.3852], [36.2715, 50.5065, 21.2231], 1.4146],
	[[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
	[[90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381],
	[[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
	[[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082]
];

describe('CIEDE2000', () => {
	it.each(SHARMA)('from %j to %j is %d, to the four decimals printed', (one, other, expected) => {
		expect(distance(one, other)).toBeCloseTo(expected, 4);
		expect(distance(other, one)).toBeCloseTo(expected, 4);
	});
});

describe('contrast', () => {
	it.each([
		['#000000', '#ffffff', 21],
		['#777777', '#ffffff', 4.48],
		['#ff0000', '#ffffff', 4.0],
		['#0000ff', '#ffffff', 8.59],
		['#123456', '#123456', 1]
	])('of %s and %s is %d', (one, other, expected) => {
		expect(contrast(one, other)).toBeCloseTo(expected, 2);
		expect(contrast(other, one)).toBe(contrast(one, other));
	});
});

describe('L*a*b*', () => {
	it.each([
		['#ffffff', [100, 0, 0]],
		['#000000', [0, 0, 0]],
		['#ff0000', [53.24, 80.09, 67.2]],
		['#00ff00', [87.73, -86.18, 83.18]],
		['#0000ff', [32.3, 79.19, -107.86]]
	] as const)('of %s is %j', (hex, expected) => {
		for (const [axis, value] of lab(linearRgb(hex)).entries()) {
			expect(value).toBeCloseTo(expected[axis] ?? Number.NaN, 1);
		}
	});
});

describe('simulated color blindness', () => {
	it.each(VISIONS)('leaves gray gray: %s', (vision) => {
		for (const value of simulate(vision, [0.4, 0.4, 0.4])) expect(value).toBeCloseTo(0.4, 5);
	});

	it('brings red and green together without red or green cones, and blue and green without blue', () => {
		const apart = (vision: (typeof VISIONS)[number], one: string, other: string): number =>
			distance(lab(simulate(vision, linearRgb(one))), lab(simulate(vision, linearRgb(other))));
		// A red and a green of about the same lightness, then a blue and a green.
		expect(apart('normal', '#c00000', '#4f6f00')).toBeGreaterThan(50);
		expect(apart('deutan', '#c00000', '#4f6f00')).toBeLessThan(15);
		expect(apart('normal', '#0080c0', '#008f6a')).toBeGreaterThan(30);
		expect(apart('tritan', '#0080c0', '#008f6a')).toBeLessThan(15);
	});
});
