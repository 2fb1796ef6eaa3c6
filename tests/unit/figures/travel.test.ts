import { describe, expect, it } from 'vitest';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { layoutFigure } from '../../../src/figures/layout/layout-figure';
import { flowLook, lookOfPipe } from '../../../src/figures/pipes/flow-look';
import { arriving, travelersOf } from '../../../src/figures/pipes/travel';
import {
	chevronOn,
	chevronsAt,
	lengthOf,
	signalDelay
} from '../../../src/figures/signals/signal-travel';
import {
	frameOf,
	frameWith,
	liveWith,
	MS,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	settingsWith
} from './fixture';

const WINDOW = 6 * MS;
const BUFFERS = liveWith(SMALL_BUFFERS);

describe('a message on its way', () => {
	it('is halfway along its pipe after half the window, and gone after all of it', () => {
		const at = (time: number) =>
			travelersOf(BUFFERS, frameWith({ time, moves: [[0, 7, 1, 2]] }), WINDOW);
		expect(at(3 * MS)).toEqual([{ message: 7, way: 1, to: 2, turns: false, progress: 0.5 }]);
		expect(at(6 * MS)).toEqual([]);
	});

	it('is in one place only when it passes several stations at one instant', () => {
		const moves = [
			[0, 7, 0, 1],
			[0, 7, 1, 2],
			[0, 7, 2, 3]
		] as const;
		const ways = [1, 3, 5].map((ms) => {
			const frame = frameWith({ time: ms * MS, moves });
			return travelersOf(BUFFERS, frame, WINDOW).map(({ way }) => way);
		});
		expect(ways).toEqual([[0], [1], [2]]);
	});

	it('leaves by an exit behind the pipes', () => {
		const frame = frameWith({ time: MS, moves: [[0, 7, 1, 5]] });
		expect(travelersOf(BUFFERS, frame, WINDOW)[0]).toMatchObject({
			way: 4,
			to: -1
		});
	});

	it('turns in front of a gate, and passes it when it only meets an empty bucket', () => {
		const turnsBefore = (exit: number) => {
			const moves = [
				[0, 7, 0, 1],
				[0, 7, 1, PRODUCER_THROTTLING.stations.length + exit]
			] as const;
			const frame = frameWith({ time: MS, moves }, PRODUCER_THROTTLING);
			return travelersOf(liveWith(PRODUCER_THROTTLING), frame, WINDOW)[0]?.turns;
		};
		const exits = PRODUCER_THROTTLING.exits.map(({ id }) => id);
		expect(exits).toEqual(['rate', 'lag', 'unknown']);
		expect([0, 1, 2].map(turnsBefore)).toEqual([false, true, true]);
	});

	it('loses no time in a pipe that has no length', () => {
		const ways = (delay: number, to: number) => {
			const frame = frameWith({ time: 3 * MS, moves: [[0, 7, 1, to]] }, REACTIVE_STREAMS);
			const settings = settingsWith({ 'demand.delay': delay });
			return travelersOf(liveWith(REACTIVE_STREAMS, settings), frame, WINDOW);
		};
		expect(ways(0.05, 3)).toMatchObject([{ way: 1, progress: 0.5 }]);
		expect(ways(0, 4)).toMatchObject([{ way: 2, progress: 0 }]);
	});

	it('does not travel at all where motion is not wanted', () => {
		const frame = frameWith({ time: 0, moves: [[0, 7, 1, 2]] });
		expect(travelersOf(BUFFERS, frame, 0)).toEqual([]);
	});

	it('holds its place where it will arrive until it is there', () => {
		const underway = (time: number) => {
			const frame = frameWith({ time, moves: [[0, 7, 1, 2]] });
			return arriving(BUFFERS, frame, WINDOW)[2]?.has(7);
		};
		expect([underway(MS), underway(6 * MS)]).toEqual([true, false]);
	});
});

describe('the messages in pipes', () => {
	const look = (speed: number, rate: number) => {
		const settings = settingsWith({ 'source.rate': rate });
		const layout = layoutFigure(liveWith(SMALL_BUFFERS, settings), settings, 912);
		return flowLook(SMALL_BUFFERS, settings, layout, 300 * MS * speed);
	};

	it('are single marks in slow motion, then dots, then a texture', () => {
		expect([look(1 / 50, 600), look(1 / 20, 600), look(1, 600)]).toEqual([
			'marks',
			'dots',
			'texture'
		]);
	});

	it('change their look by themselves only for a crowd far above the mean', () => {
		expect(lookOfPipe('marks', 8, 60, 4)).toBe('marks');
		expect(lookOfPipe('marks', 30, 60, 4)).toBe('dots');
		expect(lookOfPipe('texture', 1, 60, 4)).toBe('texture');
	});
});

describe('a signal', () => {
	const LENGTH = 480;

	it('travels its line in four windows', () => {
		const at = (time: number) =>
			chevronsAt(frameWith({ time, signals: [[0, 0, 1]] }), 0, LENGTH, WINDOW);
		expect(at(12 * MS)[0]).toBeCloseTo(LENGTH / 2 - 24);
		expect(at(26 * MS)).toEqual([]);
	});

	it('takes as long as in the run where that is longer', () => {
		const frame = frameWith({ time: 50 * MS, signals: [[0, 0, 1]] });
		const places = chevronsAt(frame, 0, LENGTH, WINDOW, 100 * MS);
		expect(places).toHaveLength(1);
		expect(Math.abs((places[0] ?? 0) - LENGTH / 2)).toBeLessThanOrEqual(24);
		expect(chevronsAt(frame, 0, LENGTH, 100 * MS, 100 * MS)[0]).toBeCloseTo(LENGTH / 8 - 24);
	});

	it('takes as long in the run as the links that it crosses, and no longer', () => {
		const live = liveWith(REACTIVE_STREAMS, settingsWith({ 'demand.delay': 0.05 }));
		expect(live.signals.map(({ id }) => id)).toEqual(['request', 'full', 'refused']);
		expect([0, 1, 2].map((signal) => signalDelay(live, signal))).toEqual([50 * MS, 0, 0]);
		expect(signalDelay(liveWith(REACTIVE_STREAMS), 0)).toBe(0);
	});

	it.each([
		[1, 1],
		[3, 3],
		[10, 5],
		[Infinity, 5]
	])('request(%d) is a row of %d chevrons, one close behind the other', (amount, chevrons) => {
		const frame = frameWith({ time: 30 * MS, signals: [[0, 0, amount]] });
		const places = chevronsAt(frame, 0, LENGTH, WINDOW, 60 * MS).sort((a, b) => b - a);
		expect(places).toHaveLength(chevrons);
		for (const [index, place] of places.slice(1).entries()) {
			expect((places[index] ?? 0) - place).toBeCloseTo(24);
		}
	});

	it('never crowds, however often it is given', () => {
		const signals = Array.from({ length: 40 }, (_, index) => [0, index * 0.5 * MS, 1] as const);
		const frame = frameWith({ time: 20 * MS, signals, signalSince: [19.5 * MS, Number.NaN] });
		const places = chevronsAt(frame, 0, LENGTH, WINDOW).sort((a, b) => a - b);
		expect(places.length).toBeGreaterThan(10);
		for (const [index, place] of places.slice(1).entries()) {
			expect(place - (places[index] ?? 0)).toBeGreaterThan(23.9);
		}
	});

	it('reaches the other end beside another that is given just as often', () => {
		const { scenario } = STRATEGIES.presetById('retry-storm') ?? {};
		if (scenario === undefined) throw new RangeError('there is no storm');
		const frame = frameOf(scenario, 8, WINDOW);
		for (const signal of [0, 1]) {
			const places = chevronsAt(frame, signal, LENGTH, WINDOW);
			expect(places.filter((at) => at > LENGTH / 2).length).toBeGreaterThan(8);
		}
	});

	it('goes on for as long as it holds', () => {
		const frame = frameWith({ time: 500 * MS, signalSince: [0, Number.NaN] });
		expect(chevronsAt(frame, 0, LENGTH, WINDOW)).toHaveLength(10);
	});

	it('rests without motion while it holds, and is not there when it does not', () => {
		const held = (time: number) =>
			chevronsAt(frameWith({ time, signalSince: [0, Number.NaN] }), 0, LENGTH, 0);
		expect(held(7)).toEqual(held(1_000));
		expect(held(7).length).toBeGreaterThan(2);
		expect(chevronsAt(frameWith({ time: 7 }), 0, LENGTH, 0)).toEqual([]);
	});

	it('points where it goes: up, upstream, down', () => {
		const points = layoutFigure(BUFFERS, settingsWith(), 912).signals[0]?.points ?? [];
		const length = lengthOf(points);
		const turns = [1, length / 2, length - 1].map((at) => chevronOn(points, at).turn);
		// From a tip to the left: a quarter right, none, a quarter left.
		expect(turns.map((turn) => ((turn % 360) + 360) % 360)).toEqual([90, 0, 270]);
	});
});
