import { scaleLinear } from 'd3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bandPath } from '../../../src/charts/lines/band';
import { columnEnd } from '../../../src/charts/story/columns';
import {
	DOTS_MOST,
	failedReadings,
	readingDots,
	singleReadings
} from '../../../src/charts/story/lag';
import { lagLevels, largestWith } from '../../../src/charts/story/levels';
import { lagSentence } from '../../../src/charts/telling/sentences';
import { LagGate } from '../../../src/core/primitives/lag-gate';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { LevelChange } from '../../../src/engine/protocol';
import type { Story } from '../../../src/engine/story/story';
import { COLUMN, storyOf, storyOfRun } from './fixture';

const SECOND = 1e9;
const LIMIT = 1000;

/** Row 12 of the beliefs at a hundredth of its rates: λ 96, μ 80, lag read every half minute. */
const swinging: Partial<Scenario> = {
	strategy: 'producer-throttling',
	duration: 300,
	source: { ...defaultScenario('small-buffers').source, process: 'constant', rate: 96 },
	consumer: {
		...defaultScenario('small-buffers').consumer,
		workers: 8,
		serviceTime: 0.1,
		distribution: 'constant'
	},
	bucket: { capacity: 200, rate: 200, initial: null },
	lag: { limit: LIMIT, resume: null, interval: 30, available: true }
};

const swung = storyOfRun(swinging);

const atEachAttempt: Partial<Scenario> = {
	...swinging,
	duration: 20,
	lag: { limit: 100, resume: 50, interval: 0, available: true }
};

const topicAlone: Partial<Scenario> = {
	...swinging,
	strategy: 'bounded-concurrency',
	duration: 20
};

/** A series that a story must have. */
function seriesOf(
	story: Story,
	key: 'lagMin' | 'lagMax' | 'lagLast' | 'lagRead' | 'readings' | 'gateShut'
) {
	const values = story.series[key];
	if (values === undefined) throw new RangeError(`the story has no ${key}`);
	return [...values.subarray(0, story.columns)];
}

/** What the gate is told while `tell` runs, in order; null for a reading that failed. */
function readingsDuring<T>(tell: () => T): {
	readonly told: (number | null)[];
	readonly result: T;
} {
	const told: (number | null)[] = [];
	const { read } = LagGate.prototype;
	vi.spyOn(LagGate.prototype, 'read').mockImplementation(function (this: LagGate, lag, limits) {
		told.push(lag);
		read.call(this, lag, limits);
	});
	return { told, result: tell() };
}

afterEach(() => {
	vi.restoreAllMocks();
});

describe('the readings of a lag chart are those of the controller', () => {
	it('one by one, each at its time, where they are sampled', () => {
		const { told, result: story } = readingsDuring(() => storyOfRun(swinging));
		const readings = singleReadings(story);
		if (readings === null) throw new RangeError('the readings are not single');
		expect(told).toHaveLength(11);
		expect(readings.columns.map((column) => readings.values[column])).toEqual(told);
		// A reading at 0 belongs to the first column, one at the end of a column to that column.
		const times = readings.columns.slice(1).map((column) => columnEnd(story, column));
		expect(times).toEqual(told.slice(1).map((_, index) => (index + 1) * 30 * SECOND));
	});

	it('the last of each column, and how many, where they are dense', () => {
		const { told, result: story } = readingsDuring(() => storyOfRun(atEachAttempt));
		expect(singleReadings(story)).toBeNull();
		let count = 0;
		const counts = seriesOf(story, 'readings');
		seriesOf(story, 'lagRead').forEach((read, column) => {
			count += counts[column] ?? 0;
			if (count > 0) expect(read).toBe(told[count - 1]);
		});
		expect(count).toBe(told.length);
	});

	it('and a reading that failed is none, not an old one', () => {
		const changes = [{ at: 100, set: 'lag.available', to: false }] as const;
		const { told, result: story } = readingsDuring(() => storyOfRun({ ...swinging, changes }));
		const readings = singleReadings(story);
		const seen = readings?.columns.map((column) => readings.values[column]);
		expect(seen).toEqual(told.map((lag) => lag ?? Number.NaN));
		expect(told.filter((lag) => lag === null)).toHaveLength(7);
	});

	it.each([
		[2, 10],
		[1, DOTS_MOST + 1]
	])('are no dots with %d in a column, in %d columns', (readings, columns) => {
		const keys = ['lagRead', 'readings'] as const;
		const told = storyOf(columns, () => ({ lagRead: 1, readings }), { series: keys });
		expect(singleReadings(told)).toBeNull();
	});
});

describe('the lag of a column', () => {
	it('swings between nothing and limit + interval × (λ − μ) when it is read every 30 s', () => {
		const lag = seriesOf(swung, 'lagLast').slice(columnsUntil(swung, 90));
		// A few messages are in service at each edge.
		expect(Math.abs(Math.max(...lag) - 30 * 3 * (96 - 80))).toBeLessThan(16);
		expect(Math.min(...lag)).toBeLessThan(16);
	});

	it.each<[string, Partial<Scenario>]>([
		['a gate that reads now and then', swinging],
		['one that reads at each attempt', atEachAttempt],
		['a topic alone', topicAlone]
	])('is what was accepted and is not done, between its extremes: %s', (_, scenario) => {
		const story = storyOfRun(scenario);
		const { accepted, completed } = story.series;
		const smallest = seriesOf(story, 'lagMin');
		const largest = seriesOf(story, 'lagMax');
		let lag = 0;
		seriesOf(story, 'lagLast').forEach((last, column) => {
			// Equal service times are done in order, so that each is committed when it is done.
			lag += (accepted[column] ?? 0) - (completed[column] ?? 0);
			expect(last).toBe(lag);
			expect(smallest[column]).toBeLessThanOrEqual(last);
			expect(largest[column]).toBeGreaterThanOrEqual(last);
		});
		expect(story.columns).toBe(1000);
	});
});

describe('the gate', () => {
	it('is shut for just the columns between the reading that shuts it and the one that opens it', () => {
		const shut = seriesOf(swung, 'gateShut');
		const during = (from: number, to: number) =>
			shut.slice(columnsUntil(swung, from), columnsUntil(swung, to));
		expect(new Set(during(0, 90))).toEqual(new Set([0]));
		expect(new Set(during(90, 120))).toEqual(new Set([1]));
		expect(new Set(during(120, 210))).toEqual(new Set([0]));
		expect(new Set(during(210, 240))).toEqual(new Set([1]));
	});

	it('is shut for a share of a column, so that the shares add up to what could not pass', () => {
		const story = storyOfRun(atEachAttempt);
		const shut = seriesOf(story, 'gateShut').reduce((sum, share) => sum + share, 0);
		const seconds = (shut * story.width) / SECOND;
		const { offered, accepted } = story.series;
		const refused = total(offered) - total(accepted);
		// Each refusal stands for the gap before the next offer; each time it shuts one may be cut.
		expect(Math.abs(seconds - refused / 96)).toBeLessThan(0.1);
		expect(seconds).toBeGreaterThan(1);
	});
});

describe('the limits', () => {
	it('are known before anything happens and change when the knob is turned', () => {
		const changes = [{ at: 10, set: 'lag.limit', to: 400 }] as const;
		const story = storyOfRun({ ...swinging, duration: 20, changes });
		expect(lagLevels(story).map(({ name, steps }) => [name, steps])).toMatchObject([
			[
				'limit',
				[
					{ time: 0, value: LIMIT },
					{ time: 10 * SECOND, value: 400 }
				]
			]
		]);
	});

	it('name what opens the gate again only where that differs', () => {
		const lag = { limit: 1000, resume: 1000, interval: 0, available: true };
		const changes = [
			{ at: 5, set: 'lag.resume', to: 200 },
			{ at: 10, set: 'lag.resume', to: null }
		] as const;
		const [limit, resume] = lagLevels(storyOfRun({ ...swinging, duration: 20, lag, changes }));
		expect(limit?.steps).toMatchObject([{ time: 0, value: 1000 }]);
		expect(resume?.steps).toEqual([
			{ time: 0, value: Number.NaN },
			{ time: 5 * SECOND, value: 200 },
			{ time: 10 * SECOND, value: Number.NaN }
		]);
	});

	it('are those that the code goes by, also where it is written wrong', () => {
		const lag = { limit: 1000, resume: 500, interval: 0, available: true };
		const right = storyOfRun({ ...swinging, duration: 1, lag });
		const wrong = storyOfRun({ ...swinging, duration: 1, lag, mistakes: ['stale-lag'] });
		expect(lagLevels(right).map(({ name }) => name)).toEqual(['limit', 'resume']);
		expect(lagLevels(wrong).map(({ name }) => name)).toEqual(['limit']);
	});

	it('are none where nothing acts on the lag', () => {
		const story = storyOfRun(topicAlone);
		expect(lagLevels(story)).toEqual([]);
		expect(story.series.lagRead).toBeUndefined();
		expect(story.series.lagLast).toBeDefined();
	});

	it('join the axis once the lag has come to a tenth of them', () => {
		const levels = lagLevels(withLevels([limitAt(0, 100_000), limitAt(COLUMN, 400)]));
		expect([39, 40].map((lag) => largestWith(levels, lag))).toEqual([39, 400]);
		expect([9_999, 10_000].map((lag) => largestWith(levels, lag))).toEqual([9_999, 100_000]);
	});
});

describe('what is drawn of it', () => {
	const scales = { x: scaleLinear([0, 100 * COLUMN], [0, 100]), y: scaleLinear([0, 10], [10, 0]) };

	it('is a dot for each reading, and a cross on the base line for each that failed', () => {
		const told = storyOf(
			4,
			(column) => ({ lagRead: column === 2 ? Number.NaN : 4, readings: column % 2 === 0 ? 1 : 0 }),
			{ series: ['lagRead', 'readings'] }
		);
		const readings = singleReadings(told);
		if (readings === null) throw new RangeError('the readings are not single');
		expect(readingDots(readings, told, scales)).toBe('M10,60h0');
		expect(failedReadings(readings, told, scales)).toBe('M0,70l60,60m0,-60l-60,60');
	});

	it('is a strip for each stretch in which the gate was shut, as high as its share', () => {
		const shares = [0, 1, 1, 0.5, 0, 0, 1];
		const told = storyOf(shares.length, () => ({}));
		const band = { name: 'gate shut', shares, columns: shares.length };
		expect(bandPath(band, told, scales, 9)).toBe('M10,90V0H30V45H40V90ZM60,90V0H70V90Z');
	});
});

describe('the sentence of the lag', () => {
	const keys = ['lagMax', 'lagLast', 'lagRead', 'gateShut'] as const;
	const levels = [limitAt(0, 3), { key: 'lagResume', time: 0, value: 1 }] as const;

	it.each<[string, Partial<Record<(typeof keys)[number], number>>, string]>([
		['what was read', { lagRead: 4 }, '4 as read'],
		['that nothing could be read', { lagRead: Number.NaN }, 'not known to the gate']
	])('says how it stands, the limits, how long the gate was shut, and %s', (_, values, read) => {
		const told = storyOf(
			4,
			(column) => ({
				lagMax: column + 2,
				lagLast: column,
				gateShut: column < 3 ? 0 : 1,
				...values
			}),
			{ series: keys, levels }
		);
		expect(lagSentence(told, 4 * COLUMN).replace(/\s/g, ' ')).toBe(
			`Lag rose from 0 to 5 messages in 40 ms, now 3; ${read}. ` +
				'The gate shuts above 3, opens at 1 and was shut 25 % of the time.'
		);
	});

	it('of a topic alone says no more than the lag', () => {
		const told = storyOf(4, () => ({ lagMax: 2, lagLast: 1 }), { series: ['lagMax', 'lagLast'] });
		expect(lagSentence(told, 4 * COLUMN).replace(/\s/g, ' ')).toBe(
			'Lag rose from 0 to 2 messages in 10 ms, now 1.'
		);
	});

	it('says the limit before anything has happened', () => {
		expect(lagSentence(withLevels([limitAt(0, 3)]), 0).replace(/\s/g, ' ')).toBe(
			'Lag: nothing has happened yet. The gate shuts above 3.'
		);
	});
});

function limitAt(time: number, value: number): LevelChange {
	return { key: 'lagLimit', time, value };
}

function withLevels(levels: readonly LevelChange[]): Story {
	return storyOf(0, () => ({}), { levels });
}

/** How many columns end by then. */
function columnsUntil({ width }: Story, seconds: number): number {
	return Math.round((seconds * SECOND) / width);
}

function total(counts: Float32Array): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
