import { describe, expect, it } from 'vitest';
import { RATE_COLUMNS, ratesOf } from '../../../src/charts/story/rates';
import { defaultScenario } from '../../../src/core/scenario/defaults';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { COLUMN, storyOf, storyOfRun } from './fixture';

const HALF = (RATE_COLUMNS - 1) / 2;

const overload: Partial<Scenario> = {
	duration: 2,
	source: { ...defaultScenario('small-buffers').source, rate: 900 }
};

describe('the area between the rates is the change of the backlog', () => {
	it.each<[string, Partial<Scenario>]>([
		['a blocking channel', overload],
		['drops', { ...overload, buffer: { capacity: 10, whenFull: 'drop-newest' } }],
		['a death', { ...overload, strategy: 'no-backpressure', memory: { limit: 300 } }]
	])('column by column: %s', (_, scenario) => {
		const { series, columns } = storyOfRun(scenario);
		let backlog = 0;
		for (let column = 0; column < columns; column++) {
			const joined = series.offered[column] ?? 0;
			const left = (series.completed[column] ?? 0) + (series.gone[column] ?? 0);
			backlog += joined - left;
			expect(series.backlogLast[column]).toBe(backlog);
		}
		expect(columns).toBeGreaterThan(900);
	});

	it('and where a gate decides, between what is admitted and done it is that of the lag', () => {
		const { series, columns } = storyOfRun({
			...overload,
			strategy: 'producer-throttling',
			consumer: { ...defaultScenario('small-buffers').consumer, distribution: 'constant' },
			bucket: { capacity: 100, rate: 700, initial: null }
		});
		let lag = 0;
		for (let column = 0; column < columns; column++) {
			const offered = series.offered[column] ?? 0;
			const accepted = series.accepted[column] ?? 0;
			lag += accepted - (series.completed[column] ?? 0);
			expect(series.lagLast?.[column]).toBe(lag);
			expect(accepted + (series.gone[column] ?? 0)).toBe(offered);
		}
		expect(lag).toBeGreaterThan(100);
	});

	it('and its integral grows while more is offered than leaves', () => {
		const story = storyOf(100, () => ({ offered: 6, completed: 4, gone: 1 }));
		const { offered, leaving, columns } = ratesOf(story, 100 * COLUMN);
		let area = 0;
		for (let column = 0; column < columns; column++) {
			area += ((offered[column] ?? 0) - (leaving[column] ?? 0)) * (COLUMN / 1e9);
		}
		expect(area).toBeCloseTo(100 * (6 - 4 - 1), 9);
	});
});

describe('a rate is a mean with its column in the middle', () => {
	const step = (column: number) => ({ offered: column < 50 ? 2 : 8 });

	it('is messages per second', () => {
		const { offered } = ratesOf(
			storyOf(60, () => ({ offered: 3 })),
			60 * COLUMN
		);
		expect([...new Set([...offered].map((rate) => Math.round(rate)))]).toEqual([300]);
	});

	it('passes halfway where the flow steps', () => {
		const { offered } = ratesOf(storyOf(100, step), 100 * COLUMN);
		const around = ((offered[49] ?? 0) + (offered[50] ?? 0)) / 2;
		expect(around).toBeCloseTo(500, 9);
		expect(offered[50 - HALF - 1]).toBeCloseTo(200, 9);
		expect(offered[50 + HALF]).toBeCloseTo(800, 9);
	});

	it('never takes back what is drawn while the run goes on', () => {
		const known = ratesOf(storyOf(70, step), 100 * COLUMN);
		const later = ratesOf(storyOf(90, step), 100 * COLUMN);
		expect([...later.offered.subarray(0, known.columns)]).toEqual([...known.offered]);
		expect(known.columns).toBe(70 - HALF);
	});

	it('reaches to the end once the run has ended', () => {
		expect(ratesOf(storyOf(100, step), 100 * COLUMN).columns).toBe(100);
	});
});
