import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from '../../../src/charts/labels/end-labels';
import { type MarkLabel, placeMarkLabels } from '../../../src/charts/labels/mark-labels';
import { textWidth } from '../../../src/charts/labels/text-width';

const GAP = 16;
const FONT = 13;
const ROOM = { start: 56, end: 912, rows: 2, fontSize: FONT };

describe('labels at the ends of lines', () => {
	it('stay where their lines end when they have room', () => {
		expect(spreadLabels([20, 60, 100], GAP, 8, 120)).toEqual([20, 60, 100]);
	});

	it('never touch, never leave the plot, and keep the order of their lines', () => {
		const ends = fc.array(fc.integer({ min: 8, max: 120 }), { minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(ends, (wanted) => {
				const places = spreadLabels(wanted, GAP, 8, 120);
				const sorted = [...places].sort((a, b) => a - b);
				for (let index = 1; index < sorted.length; index++) {
					const apart = (sorted[index] ?? 0) - (sorted[index - 1] ?? 0);
					expect(apart).toBeGreaterThanOrEqual(GAP);
				}
				expect(sorted[0]).toBeGreaterThanOrEqual(8);
				expect(sorted.at(-1)).toBeLessThanOrEqual(120);
				wanted.forEach((end, a) => {
					wanted.forEach((other, b) => {
						if (end < other) expect(places[a] ?? 0).toBeLessThan(places[b] ?? 0);
					});
				});
			}),
			{ seed: 1 }
		);
	});
});

describe('labels of marks', () => {
	const rate = (x: number) => ({ x, label: 'rate 600 /s' });

	function span({ x, label, side }: MarkLabel): [number, number] {
		const width = textWidth(label, FONT);
		return side === 'end' ? [x + 4, x + 4 + width] : [x - 4 - width, x - 4];
	}

	it('stand to the right of their lines in the first row when they have room', () => {
		const labels = placeMarkLabels([rate(200), rate(500)], ROOM);
		expect(labels.map(({ row, side }) => [row, side])).toEqual([
			[0, 'end'],
			[0, 'end']
		]);
	});

	it('turn to the left at the end of the block', () => {
		expect(placeMarkLabels([rate(900)], ROOM)[0]?.side).toBe('start');
	});

	it('leave out the older ones where there are too many', () => {
		const labels = placeMarkLabels([100, 101, 102, 103, 104].map(rate), ROOM);
		expect(labels.at(-1)?.x).toBe(104);
		expect(labels.length).toBeLessThan(5);
	});

	it('cover neither each other nor the line of another mark', () => {
		const marks = fc.array(fc.integer({ min: 56, max: 800 }).map(rate), { maxLength: 12 });
		fc.assert(
			fc.property(marks, (given) => {
				const labels = placeMarkLabels(given, ROOM);
				for (const label of labels) {
					const [from, to] = span(label);
					expect(from).toBeGreaterThanOrEqual(ROOM.start);
					expect(to).toBeLessThanOrEqual(ROOM.end);
					expect(given.filter(({ x }) => x > from && x < to)).toEqual([]);
					for (const other of labels) {
						if (other === label || other.row !== label.row) continue;
						const [start, end] = span(other);
						expect(to <= start || from >= end).toBe(true);
					}
				}
			}),
			{ seed: 2 }
		);
	});
});
