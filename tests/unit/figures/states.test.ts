import { describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/core/kernel/time';
import { pipeBetween } from '../../../src/figures/layout/pipe-places';
import { dropsOf } from '../../../src/figures/stations/bucket/drip';
import {
	heldBeyond,
	holderCounts,
	holderViews
} from '../../../src/figures/stations/holders/holder-states';
import { levelPlaces } from '../../../src/figures/stations/store/packing/level-places';
import {
	BOUNDED_CONCURRENCY,
	frameWith,
	MS,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS
} from './fixture';

describe('a permit', () => {
	const PERMITS = 3;
	const NOBODY = Number.NaN;

	it('shows the progress of its task, that the task waits, that it is leaked, or that it is free', () => {
		const frame = frameWith(
			{
				time: 5 * MS,
				marks: [[], [], [], [7, 8, -2, -1], []],
				service: [4 * MS, 8 * MS, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, NOBODY]
			},
			BOUNDED_CONCURRENCY
		);
		expect(holderViews(frame, PERMITS, 5)).toEqual([
			{ state: 'busy', progress: 0.25 },
			{ state: 'waiting', progress: 0 },
			{ state: 'leaked', progress: 0 },
			{ state: 'free', progress: 0 },
			{ state: 'free', progress: 0 }
		]);
	});

	it('in a crowd is counted by its state', () => {
		const frame = frameWith(
			{
				counts: [0, 0, 0, 400, 0],
				kept: { permits: 50 },
				readings: { 'counts.inService': 100 }
			},
			BOUNDED_CONCURRENCY
		);
		expect(holderCounts(frame, PERMITS, 1_000)).toEqual({
			busy: 100,
			waiting: 300,
			leaked: 50,
			free: 550
		});
		expect(heldBeyond(frame, PERMITS, 1_000)).toBe(0);
		expect(heldBeyond(frame, PERMITS, 100)).toBe(350);
	});
});

describe('a bar', () => {
	const looks = (plan: typeof SMALL_BUFFERS) =>
		plan.pipes.map((_, pipe) => pipeBetween(plan, pipe, pipe + 1, []).bar?.look ?? null);

	it('may lie where something can hold messages back, and nowhere else', () => {
		expect(looks(SMALL_BUFFERS)).toEqual([null, 'bar', null, null]);
		expect(looks(NO_BACKPRESSURE)).toEqual([null, 'bar', null, null]);
		expect(looks(BOUNDED_CONCURRENCY)).toEqual([null, null, 'bar', null]);
		expect(looks(REACTIVE_STREAMS)).toEqual(['bar', null, null, null, null, null]);
		expect(looks(PRODUCER_THROTTLING)).toEqual(['gate', null, null, null, null]);
	});
});

describe('what drips into a bucket', () => {
	const slow = { rate: 10, capacity: 5, time: 3 * SECOND, window: 6 * MS };

	it('is the part of a token that is there, on its way down', () => {
		expect(dropsOf({ ...slow, tokens: 2.25 })).toEqual([0.25]);
	});

	it('hangs at the tap when parts of tokens are thrown away', () => {
		expect(dropsOf({ ...slow, tokens: 2 })).toEqual([0]);
	});

	it('is nothing when the bucket is full, or nothing comes', () => {
		expect(dropsOf({ ...slow, tokens: 5 })).toEqual([]);
		expect(dropsOf({ ...slow, rate: 0, tokens: 2 })).toEqual([]);
	});

	it('is an even stream when tokens come too fast to be told apart', () => {
		const at = (time: number) => dropsOf({ ...slow, rate: 20_000, time, tokens: 2.5 });
		const [first = 0, second = 0] = at(SECOND);
		expect(second - first).toBe(0.5);
		expect((at(SECOND + MS)[0] ?? 0) - first).toBeCloseTo(1 / 6);
	});
});

describe('the limits of a log', () => {
	const place = {
		start: 300,
		end: 500,
		center: 400,
		length: 200,
		breadth: 84,
		room: { length: 200, breadth: 84 }
	};
	const limits = (resume: number) =>
		levelPlaces(
			[
				{ word: 'limit', messages: 100_000, reach: 180 },
				{ word: 'resume', messages: resume, reach: (180 * resume) / 100_000 }
			],
			place,
			177,
			'right',
			1
		);

	it('have their words side by side where there is room, else one above the other', () => {
		const rows = (resume: number) => limits(resume).map(({ text }) => text.y);
		const [far, near] = [rows(30_000), rows(90_000)];
		expect(far[0]).toBe(far[1]);
		expect((near[0] ?? 0) - (near[1] ?? 0)).toBeGreaterThanOrEqual(14);
	});

	it('leave the downstream end to the line of the signal', () => {
		for (const resume of [0, 5_000, 50_000, 99_000]) {
			for (const { word, messages, text } of limits(resume)) {
				// Letters are at least five pixels wide.
				const half = (`${word} ${messages}`.length * 5) / 2;
				expect(text.x + half).toBeLessThan(place.end - 18);
			}
		}
	});
});
