import { describe, expect, it } from 'vitest';
import { packHolders } from '../../src/figures/holders-packing';
import { packMemory, packStore } from '../../src/figures/store-packing';
import { packRound, SOURCE_INNER_RADIUS, sunflowerPoint } from '../../src/figures/sunflower';
import { tallyOf, tallyPath, tallyWidth } from '../../src/figures/tally';

const WIDE = { length: 340, breadth: 120 };
const NARROW = { length: 140, breadth: 120 };
const PHONE = { length: 96, breadth: 160 };
const CAPACITIES = [
	1, 2, 9, 10, 20, 37, 64, 100, 101, 500, 1_000, 9_999, 10_000, 100_000, 1_000_000
];
const ROOMS = [
	['right', WIDE],
	['right', NARROW],
	['down', PHONE]
] as const;

describe('a store', () => {
	it.each(ROOMS)('going %s has a place for every message, inside its room', (direction, room) => {
		for (const capacity of CAPACITIES) {
			const packing = packStore(capacity, room, direction);
			const places = packing.rows * packing.columns * packing.perGrain;
			expect(places).toBeGreaterThanOrEqual(capacity);
			expect(packing.length).toBeLessThanOrEqual(room.length + 1e-9);
			expect(packing.breadth).toBeLessThanOrEqual(room.breadth + 1e-9);
		}
	});

	it('has ten slots in one row, as large as in the sketch', () => {
		const packing = packStore(10, WIDE, 'right');
		expect(packing).toMatchObject({ look: 'slots', rows: 1, columns: 10, cellLength: 30 });
	});

	it('has a slot for each of a hundred, in a rectangle without a gap', () => {
		const { look, rows, columns } = packStore(100, WIDE, 'right');
		expect([look, rows * columns]).toEqual(['slots', 100]);
	});

	it('shows 10 000 as a grain each, and says so when a grain is ten', () => {
		expect(packStore(10_000, WIDE, 'right')).toMatchObject({ look: 'grain', perGrain: 1 });
		expect(packStore(100_000, WIDE, 'right').perGrain).toBe(10);
	});

	it('without slots is a gate', () => {
		expect(packStore(0, WIDE, 'right').look).toBe('gate');
	});
});

describe('memory without a limit of its own', () => {
	it('keeps its scale while the most ever held stays below the next power of ten', () => {
		const scales = [101, 400, 1_000].map((most) => packMemory(null, most, WIDE));
		expect(scales[1]).toEqual(scales[0]);
		expect(scales[2]).toEqual(scales[0]);
		expect(packMemory(null, 1_001, WIDE)).not.toEqual(scales[0]);
	});

	it('has room for its limit and for some more behind it', () => {
		for (const limit of [100, 8_000, 1_000_000]) {
			const { rows, columns, perGrain } = packMemory(limit, 0, WIDE);
			expect(rows * columns * perGrain).toBeGreaterThan(limit);
		}
	});
});

describe('holders', () => {
	it('each have a place inside the room, from one to a thousand', () => {
		const rooms = [
			['right', { length: 88, breadth: 120 }],
			['down', { length: 72, breadth: 135 }]
		] as const;
		for (const [direction, room] of rooms) {
			for (const count of [1, 2, 3, 4, 5, 7, 12, 16, 17, 60, 128, 129, 1_000]) {
				const packing = packHolders(count, room, direction);
				expect(packing.perLine * packing.lines).toBeGreaterThanOrEqual(count);
				expect(packing.length).toBeLessThanOrEqual(room.length + 1e-9);
				expect(packing.breadth).toBeLessThanOrEqual(room.breadth + 1e-9);
			}
		}
	});

	it('are four boxes of 42 px in a square, as in the sketch', () => {
		const packing = packHolders(4, { length: 88, breadth: 120 }, 'right');
		expect(packing).toMatchObject({ look: 'boxes', perLine: 2, lines: 2, side: 42 });
	});
});

describe('a source', () => {
	it.each([1, 24, 25, 60, 150, 400])('shows %i waiting messages apart, inside', (most) => {
		const { radius, step, perDot } = packRound(most, SOURCE_INNER_RADIUS);
		expect(perDot).toBe(1);
		const dots = Array.from({ length: most }, (_, dot) => sunflowerPoint(dot, step));
		for (const [index, { x, y }] of dots.entries()) {
			expect(Math.hypot(x, y) + radius).toBeLessThan(33);
			const nearest = Math.min(
				...dots.slice(0, index).map((other) => Math.hypot(x - other.x, y - other.y))
			);
			expect(nearest).toBeGreaterThan(1.9 * radius);
		}
	});

	it('lets a dot stand for ten, a hundred, … when there are more', () => {
		expect([401, 4_000, 4_001].map((most) => packRound(most, 29).perDot)).toEqual([10, 10, 100]);
	});
});

describe('a tally', () => {
	it('has a stroke for each until they are too many, then for ten', () => {
		expect(tallyOf(43, 50)).toEqual({ strokes: 43, perStroke: 1 });
		expect(tallyOf(139, 50)).toEqual({ strokes: 13, perStroke: 10 });
	});

	it('draws as many strokes as it counts, the fifth across the other four', () => {
		const strokes = tallyPath(7).match(/M/g);
		expect(strokes).toHaveLength(7);
		expect(tallyPath(7).match(/L/g)).toHaveLength(1);
		expect(tallyWidth(10)).toBe(2 * tallyWidth(5));
	});
});
