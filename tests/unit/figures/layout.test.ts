import { describe, expect, it } from 'vitest';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { layoutFigure } from '../../../src/figures/layout/layout-figure';
import { isWithoutLength } from '../../../src/figures/layout/link-stations';
import type { LivePlan } from '../../../src/figures/live-plan';
import { type FigureLayout, HAND } from '../../../src/figures/places/figure-layout';
import {
	liveWith,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	settingsWith
} from './fixture';

// A block that is not shown has no width.
const WIDTHS = [0, 288, 343, 480, 599, 600, 640, 768, 912, 1400];
const SETTINGS = [
	...[0, 1, 10, 64, 1_000, 10_000].map((capacity) => ({ 'buffer.capacity': capacity })),
	{ 'semaphore.permits': 1 },
	{ 'semaphore.permits': 1_000, 'poll.maxRecords': 20 },
	{ 'bucket.capacity': 1, 'lag.limit': 10, 'lag.resume': 5 },
	{ 'demand.window': 1, 'demand.batch': 1 },
	{ 'demand.window': 256, 'demand.delay': 0.05 }
];

/** The layout of a plan's figure before anything happened. */
function layoutOf(plan: StrategyPlan, settings: Scenario, width: number, textScale = 1) {
	return layoutFigure(liveWith(plan, settings), settings, width, textScale);
}

const LAYOUTS: readonly (FigureLayout & { plan: StrategyPlan; live: LivePlan })[] =
	STRATEGIES.plans.flatMap((plan) =>
		SETTINGS.flatMap((values) => {
			const settings = settingsWith(values);
			const live = liveWith(plan, settings);
			return WIDTHS.map((width) => ({ plan, live, ...layoutFigure(live, settings, width) }));
		})
	);

describe('a figure', () => {
	it('runs down the page where it is narrow and across where it is wide', () => {
		const directions = [343, 599, 600, 912].map(
			(width) => layoutOf(SMALL_BUFFERS, settingsWith(), width).direction
		);
		expect(directions).toEqual(['down', 'down', 'right', 'right']);
	});

	it('turns earlier when the type is larger', () => {
		expect(layoutOf(SMALL_BUFFERS, settingsWith(), 768, 1.35).direction).toBe('down');
	});

	it('turns where the words of its many stations had no room side by side', () => {
		const direction = (delay: number) =>
			layoutOf(REACTIVE_STREAMS, settingsWith({ 'demand.delay': delay }), 640).direction;
		expect([direction(0), direction(0.05)]).toEqual(['right', 'down']);
	});

	it('has its stations in order with a pipe of some length between each two', () => {
		for (const { live, pipes, stations } of LAYOUTS) {
			expect(pipes).toHaveLength(stations.length - 1);
			for (const [index, { start, end }] of pipes.entries()) {
				if (isWithoutLength(live, index)) expect(end).toBe(start);
				else expect(end - start).toBeGreaterThanOrEqual(24);
			}
		}
	});

	it('gives a link no room unless messages take time for it', () => {
		const lengthOf = (delay: number, width: number) =>
			layoutOf(REACTIVE_STREAMS, settingsWith({ 'demand.delay': delay }), width).stations[3]
				?.length;
		for (const width of [343, 912]) {
			expect(lengthOf(0, width)).toBe(0);
			expect(lengthOf(0.001, width)).toBeGreaterThan(50);
		}
	});

	it('stays inside its width', () => {
		for (const { direction, width, axis, stations, labels } of LAYOUTS) {
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

	it('lets no words run into those of the next station where words wrap', () => {
		for (const { direction, width, labels } of LAYOUTS) {
			if (direction !== 'right' || width / labels.length >= 164) continue;
			for (const [index, label] of labels.slice(1).entries()) {
				const before = labels[index];
				// A link that takes no room says nothing.
				if (before === undefined || before.width <= 0 || label.width <= 0) continue;
				expect(before.x + before.width).toBeLessThanOrEqual(label.x + 1e-9);
			}
		}
	});

	it('keeps ways out of one figure from crossing the tally of another', () => {
		for (const { direction, exits } of LAYOUTS) {
			if (direction !== 'right') continue;
			for (const { path } of exits) {
				for (const { tally } of exits) {
					const isBehind = path[0].x > tally.x;
					if (isBehind) expect(path[1].y).toBeLessThan(tally.y);
				}
			}
		}
	});

	it('lets no way out cross the words of a station where words wrap', () => {
		for (const { direction, width, exits, labels } of LAYOUTS) {
			if (direction !== 'right' || width / labels.length >= 164) continue;
			for (const { path } of exits) {
				for (const { x, width: wide } of labels) {
					expect(path[0].x > x && path[0].x < x + wide).toBe(false);
				}
			}
		}
	});

	it('keeps source, producer, consumer and done where they are when the channel changes', () => {
		const places = SETTINGS.map((values) => {
			const { stations } = layoutOf(SMALL_BUFFERS, settingsWith(values), 912);
			return [0, 1, 3, 4].map((index) => stations[index]?.center);
		});
		for (const place of places) expect(place).toEqual(places[0]);
	});

	it('leads each signal from where it is given to where it is felt', () => {
		const { signals, stations } = layoutOf(SMALL_BUFFERS, settingsWith(), 912);
		const points = signals[0]?.points ?? [];
		expect(points[0]?.x).toBe(stations[2]?.center);
		expect(points.at(-1)?.x).toBe(stations[1]?.center);
	});

	it('leads two signals that meet at one station side by side', () => {
		for (const width of [343, 912]) {
			const { signals } = layoutOf(REACTIVE_STREAMS, settingsWith(), width);
			const [request, full] = signals.map(({ points }) => points);
			const arrives = request?.at(-1);
			const leaves = full?.[0];
			const apart = Math.hypot(
				(arrives?.x ?? 0) - (leaves?.x ?? 0),
				(arrives?.y ?? 0) - (leaves?.y ?? 0)
			);
			expect(apart).toBeGreaterThan(12);
		}
	});

	it('has room in front of a bucket for the message in hand', () => {
		for (const { plan, pipes } of LAYOUTS) {
			if (plan !== PRODUCER_THROTTLING) continue;
			const [{ start, end } = { start: 0, end: 0 }] = pipes;
			expect(end - HAND.before - HAND.length).toBeGreaterThan(start);
		}
	});

	it('ends the line of a signal above what drips into a bucket', () => {
		const { signals, stations, axis } = layoutOf(PRODUCER_THROTTLING, settingsWith(), 912);
		const rim = axis - (stations[1]?.breadth ?? 0) / 2;
		expect(signals[0]?.points.at(-1)?.y).toBeLessThanOrEqual(rim - 32);
	});
});
