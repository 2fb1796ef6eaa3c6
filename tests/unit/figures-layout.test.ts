import { describe, expect, it } from 'vitest';
import type { StrategyPlan } from '../../src/core/strategies/plan';
import { layoutFigure } from '../../src/figures/layout';
import type { FigureLayout } from '../../src/figures/places';
import { NO_BACKPRESSURE, SMALL_BUFFERS, settingsWith } from './figures-fixture';

const PLANS = [SMALL_BUFFERS, NO_BACKPRESSURE];
const WIDTHS = [288, 343, 480, 599, 600, 640, 768, 912, 1400];
const SETTINGS = [0, 1, 10, 64, 1_000, 10_000].map((capacity) =>
	settingsWith({ 'buffer.capacity': capacity })
);

function* layouts(): Generator<FigureLayout> {
	for (const plan of PLANS) {
		for (const width of WIDTHS) {
			for (const settings of SETTINGS) yield layoutFigure(plan, settings, width);
		}
	}
}

describe('a figure', () => {
	it('runs down the page where it is narrow and across where it is wide', () => {
		const directions = [343, 599, 600, 912].map(
			(width) => layoutFigure(SMALL_BUFFERS, settingsWith(), width).direction
		);
		expect(directions).toEqual(['down', 'down', 'right', 'right']);
	});

	it('turns earlier when the type is larger', () => {
		expect(layoutFigure(SMALL_BUFFERS, settingsWith(), 768, 1.35).direction).toBe('down');
	});

	it('has its stations in order with a pipe of some length between each two', () => {
		for (const { pipes, stations } of layouts()) {
			expect(pipes).toHaveLength(stations.length - 1);
			for (const { start, end } of pipes) expect(end - start).toBeGreaterThanOrEqual(24);
		}
	});

	it('stays inside its width', () => {
		for (const { direction, width, axis, stations, labels } of layouts()) {
			for (const { start, end, breadth } of stations) {
				const [low, high] =
					direction === 'right' ? [start, end] : [axis - breadth / 2, axis + breadth / 2];
				expect(low).toBeGreaterThanOrEqual(0);
				expect(high).toBeLessThanOrEqual(width);
			}
			if (direction === 'right') continue;
			for (const label of labels) expect(label.x + label.width).toBeLessThanOrEqual(width + 1e-9);
		}
	});

	it('lets no way out cross the words of a station where words wrap', () => {
		for (const { direction, width, exits, labels } of layouts()) {
			if (direction !== 'right' || width >= 820) continue;
			for (const { path } of exits) {
				for (const { x, width: wide } of labels) {
					expect(path[0].x > x && path[0].x < x + wide).toBe(false);
				}
			}
		}
	});

	it('keeps source, producer, consumer and done where they are when the channel changes', () => {
		const places = SETTINGS.map((settings) => {
			const { stations } = layoutFigure(SMALL_BUFFERS, settings, 912);
			return [0, 1, 3, 4].map((index) => stations[index]?.center);
		});
		for (const place of places) expect(place).toEqual(places[0]);
	});

	it('leads each signal from where it is given to where it is felt', () => {
		const { signals, stations } = layoutFigure(SMALL_BUFFERS, settingsWith(), 912);
		const points = signals[0]?.points ?? [];
		expect(points[0]?.x).toBe(stations[2]?.center);
		expect(points.at(-1)?.x).toBe(stations[1]?.center);
	});

	it('names the kind of station that it cannot draw yet', () => {
		const plan: StrategyPlan = {
			...SMALL_BUFFERS,
			stations: [{ id: 'b', kind: 'bucket', name: 'B', number: '', consequence: '' }],
			pipes: [],
			exits: [],
			signals: []
		};
		expect(() => layoutFigure(plan, settingsWith(), 912)).toThrow('cannot draw a bucket yet');
	});
});
