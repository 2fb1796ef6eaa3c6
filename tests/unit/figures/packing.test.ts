import { describe, expect, it } from 'vitest';
import { tallyOf, tallyPath, tallyWidth } from '../../../src/figures/pipes/tally';
import {
	heightOfLevel,
	INSET,
	packTokens
} from '../../../src/figures/stations/bucket/bucket-packing';
import { packDemand } from '../../../src/figures/stations/demand/demand-packing';
import { packHolders } from '../../../src/figures/stations/holders/holders-packing';
import {
	packLog,
	packMemory,
	reachOf
} from '../../../src/figures/stations/store/packing/open-packing';
import { packStore } from '../../../src/figures/stations/store/packing/store-packing';
import {
	packRound,
	SOURCE_INNER_RADIUS,
	sunflowerPoint
} from '../../../src/figures/stations/sunflower';

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

describe('a log', () => {
	const LOG = { length: 202, breadth: 84 };

	it('has its limit well inside, and grows past it in whole steps of the limit', () => {
		for (const limit of [10, 777, 100_000, 10_000_000]) {
			for (const room of [LOG, { length: 90, breadth: 84 }, { length: 96, breadth: 160 }]) {
				const reach = reachOf(limit, packLog(limit, limit, room)) / room.length;
				// A few messages are large, but no larger than others are.
				expect(reach).toBeGreaterThan(limit < 100 ? 0.2 : 0.5);
				expect(reach).toBeLessThanOrEqual(0.95);
				expect(reachOf(1.44 * limit, packLog(limit, 1.44 * limit, room))).toBeLessThanOrEqual(
					room.length
				);
			}
		}
	});

	it('keeps its scale while the lag comes and goes below the limit', () => {
		expect(packLog(100_000, 7, LOG)).toEqual(packLog(100_000, 99_000, LOG));
	});

	it('without a limit goes up in powers of ten', () => {
		expect(packLog(null, 1_001, LOG)).toEqual(packLog(null, 10_000, LOG));
		expect(packLog(null, 1_001, LOG)).not.toEqual(packLog(null, 1_000, LOG));
		for (const most of [1, 100, 12_345, 1e6]) {
			const { rows, columns, perGrain } = packLog(null, most, LOG);
			expect(rows * columns * perGrain).toBeGreaterThanOrEqual(most);
		}
	});
});

describe('a bucket', () => {
	const SHAPES = [
		{ left: 0, top: 0, width: 104, height: 84 },
		{ left: 0, top: 0, width: 84, height: 84 },
		{ left: 0, top: 0, width: 108, height: 84 }
	];

	it.each([1, 2, 5, 10, 20, 40])('of %i shows each token', (capacity) => {
		for (const shape of SHAPES) {
			const { perDiamond, places } = packTokens(capacity, shape);
			expect([perDiamond, places.length]).toEqual([1, capacity]);
		}
	});

	it('has its diamonds apart and between its walls, whatever it holds', () => {
		for (const shape of SHAPES) {
			for (const capacity of [1, 10, 37, 40, 100, 500, 20_000, 1_000_000]) {
				const { perDiamond, radius, places } = packTokens(capacity, shape);
				expect(places.length).toBe(Math.ceil(capacity / perDiamond));
				for (const [index, { x, y }] of places.entries()) {
					const wall = (INSET * (y + radius)) / shape.height;
					expect(x - radius).toBeGreaterThan(wall);
					expect(x + radius).toBeLessThan(shape.width - wall);
					expect(y - radius).toBeGreaterThan(0);
					const next = places[index + 1];
					if (next === undefined || next.y !== y) continue;
					expect(next.x - x).toBeGreaterThan(2 * radius);
				}
			}
		}
	});

	it('is filled from the bottom to the rim, in proportion to its area', () => {
		for (const shape of SHAPES) {
			expect(heightOfLevel(shape, 0)).toBe(0);
			expect(heightOfLevel(shape, 1)).toBeCloseTo(shape.height);
			// Narrower below: half of the tokens reach higher than half of the height.
			expect(heightOfLevel(shape, 0.5)).toBeGreaterThan(shape.height / 2);
		}
	});
});

describe('demand', () => {
	it.each([1, 2, 7, 10, 20, 39, 40, 41, 256, 100_000])('of %i lies inside its box', (window) => {
		for (const direction of ['right', 'down'] as const) {
			for (const box of [
				{ length: 72, breadth: 72 },
				{ length: 64, breadth: 120 }
			]) {
				const packing = packDemand(window, box, direction);
				expect(packing.perChevron === 1).toBe(window <= 40);
				expect(packing.chevrons * packing.perChevron).toBeGreaterThanOrEqual(window);
				expect(packing.perLine * packing.lines).toBeGreaterThanOrEqual(packing.chevrons);
				const [width, height] =
					direction === 'right' ? [box.length, box.breadth] : [box.breadth, box.length];
				expect(packing.perLine * packing.pitchX).toBeLessThanOrEqual(width);
				expect(packing.lines * packing.pitchY).toBeLessThanOrEqual(height);
				expect(packing.scale).toBeGreaterThan(0.4);
			}
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

	it('have the room of one where there are none, and an end where there is no limit', () => {
		for (const [direction, room] of ROOMS) {
			expect(packHolders(0, room, direction)).toEqual(packHolders(1, room, direction));
			const { perLine, lines, length } = packHolders(Infinity, room, direction);
			expect(perLine * lines).toBeLessThan(20_000);
			expect(length).toBeLessThanOrEqual(room.length + 1e-9);
		}
	});

	it('are a hundred permits in five full rows, as in the sketch', () => {
		const packing = packHolders(100, { length: 224, breadth: 84 }, 'right');
		expect(packing).toMatchObject({ look: 'squares', perLine: 20, lines: 5 });
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
