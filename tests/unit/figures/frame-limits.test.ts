import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../../src/core/measures/series';
import type { StrategyPlan } from '../../../src/core/plan/plan';
import type { Change, MistakeKey, Scenario } from '../../../src/core/scenario/scenario';
import type { Frame } from '../../../src/engine/protocol';
import { readingOf } from '../../../src/figures/frame-says';
import {
	BOUNDED_CONCURRENCY,
	frameOf,
	framesOf,
	NO_BACKPRESSURE,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	scenarioOf,
	type settingsWith
} from './fixture';

type Values = Parameters<typeof settingsWith>[0];

/** What an array of a frame says of the station of that name. */
function at(plan: StrategyPlan, array: ArrayLike<number>, station: string): number {
	return array[plan.stations.findIndex(({ id }) => id === station)] ?? Number.NaN;
}

describe('the limit of a station in a frame', () => {
	const limitOf = (plan: StrategyPlan, station: string, scenario: Scenario, seconds = 2) =>
		at(plan, frameOf(scenario, seconds, 0).limits, station);

	it('is the one in force, also after it was turned', () => {
		const later = (set: Change['set'], to: number) => ({ changes: [{ at: 1, set, to }] });
		for (const [plan, station, key, before, after] of [
			[SMALL_BUFFERS, 'channel', 'buffer.capacity', 20, 5],
			[SMALL_BUFFERS, 'consumer', 'consumer.workers', 3, 9],
			[BOUNDED_CONCURRENCY, 'permits', 'semaphore.permits', 100, 8],
			[BOUNDED_CONCURRENCY, 'polled', 'poll.maxRecords', 500, 20],
			[REACTIVE_STREAMS, 'publisher', 'buffer.capacity', 7, 0],
			[PRODUCER_THROTTLING, 'bucket', 'bucket.capacity', 40, 50]
		] as const) {
			const scenario = scenarioOf(plan, { [key]: before }, later(key, after));
			expect(
				[0.9, 1.1].map((t) => limitOf(plan, station, scenario, t)),
				station
			).toEqual([before, after]);
		}
	});

	it('is that of the rule where a parameter leaves it to a rule', () => {
		const scenario = scenarioOf(PRODUCER_THROTTLING, { 'bucket.rate': 300 });
		expect(limitOf(PRODUCER_THROTTLING, 'bucket', scenario)).toBe(300);
		const reactive = scenarioOf(REACTIVE_STREAMS, { 'demand.window': 64 });
		expect(limitOf(REACTIVE_STREAMS, 'demand', reactive)).toBe(64);
		expect(limitOf(REACTIVE_STREAMS, 'inbox', reactive)).toBe(64);
	});

	it('is none where there is none, and no number where a station holds nothing', () => {
		const frame = frameOf(scenarioOf(NO_BACKPRESSURE), 1, 0);
		const limits = ['source', 'producer', 'memory', 'done'].map((id) =>
			at(NO_BACKPRESSURE, frame.limits, id)
		);
		expect(limits).toEqual([Number.NaN, Number.NaN, Infinity, Number.NaN]);
	});

	it('is what a mistake makes of it', () => {
		const wrong = (plan: StrategyPlan, station: string, ...mistakes: MistakeKey[]) =>
			limitOf(plan, station, scenarioOf(plan, { 'buffer.capacity': 10 }, { mistakes }));
		expect(wrong(SMALL_BUFFERS, 'channel', 'oversized-buffer')).toBe(10_000);
		expect(wrong(REACTIVE_STREAMS, 'inbox', 'unbounded-request')).toBe(Infinity);
		expect(wrong(REACTIVE_STREAMS, 'inbox', 'ignores-demand')).toBe(Infinity);
		expect(wrong(REACTIVE_STREAMS, 'inbox', 'forgets-request')).toBe(10);
	});

	it('is the same before and after the first message has come', () => {
		for (const mistake of ['unbounded-request', 'ignores-demand'] as const) {
			const values = { 'demand.delay': 0.05 };
			const scenario = scenarioOf(REACTIVE_STREAMS, values, { mistakes: [mistake] });
			const times = [0, 0.01, 0.06, 0.2, 1];
			const limits = framesOf(scenario, times, 0).map(({ limits }) =>
				at(REACTIVE_STREAMS, limits, 'inbox')
			);
			expect(new Set(limits)).toEqual(new Set([Infinity]));
		}
	});
});

describe('what a frame says that the run is compared with', () => {
	const levels = (scenario: Scenario) => {
		const frame = frameOf(scenario, 2, 0);
		return Object.fromEntries(LEVELS.map((key, index) => [key, frame.levels[index]]));
	};
	const nothing = Number.NaN;

	it('is what is in force, none, or nothing', () => {
		const values = { 'lag.limit': 500, 'lag.resume': 200, deadline: 0.5 };
		const later = { changes: [{ at: 1, set: 'lag.limit', to: 700 }] as const };
		expect(levels(scenarioOf(PRODUCER_THROTTLING, values, later))).toEqual({
			deadline: 0.5,
			lagLimit: 700,
			lagResume: 200,
			memoryLimit: nothing
		});
		expect(levels(scenarioOf(NO_BACKPRESSURE, { 'memory.limit': 2_000 }))).toMatchObject({
			memoryLimit: 2_000
		});
		expect(levels(scenarioOf(NO_BACKPRESSURE))).toMatchObject({ memoryLimit: Infinity });
		expect(Object.values(levels(scenarioOf(SMALL_BUFFERS)))).toEqual(LEVELS.map(() => nothing));
	});

	it('knows of a gate that is opened at its limit by mistake', () => {
		const values = { 'lag.limit': 500, 'lag.resume': 200 };
		const stale = scenarioOf(PRODUCER_THROTTLING, values, { mistakes: ['stale-lag'] });
		expect(levels(stale)).toMatchObject({ lagResume: 500 });
	});
});

describe('a station is shut', () => {
	const TIMES = Array.from({ length: 200 }, (_, step) => 1 + step / 100);

	function shutOf(plan: StrategyPlan, values: Values, station: string) {
		return framesOf(scenarioOf(plan, values), TIMES, 0).map((frame) => ({
			frame,
			isShut: at(plan, frame.shut, station) === 1
		}));
	}

	it('while the message in hand cannot enter it', () => {
		for (const [plan, station] of [
			[SMALL_BUFFERS, 'channel'],
			[REACTIVE_STREAMS, 'publisher']
		] as const) {
			const seen = shutOf(plan, { 'source.rate': 300, 'buffer.capacity': 2 }, station);
			for (const { frame, isShut } of seen) {
				expect(isShut).toBe(!Number.isNaN(readingOf(frame, 'now.heldBackFor')));
			}
			expect(new Set(seen.map(({ isShut }) => isShut)).size).toBe(2);
		}
	});

	it('while records wait and every permit is held', () => {
		const values = { 'source.rate': 500, 'semaphore.permits': 5, 'consumer.workers': 5 };
		const seen = shutOf(BOUNDED_CONCURRENCY, values, 'permits');
		for (const { frame, isShut } of seen) {
			const waits = at(BOUNDED_CONCURRENCY, frame.counts, 'polled') > 0;
			expect(isShut).toBe(waits && readingOf(frame, 'now.permitsHeld') === 5);
		}
		expect(new Set(seen.map(({ isShut }) => isShut)).size).toBe(2);
	});

	it('while its gate is, whoever is in front of it', () => {
		const values = { 'source.rate': 700, 'bucket.rate': 900, 'lag.limit': 20, 'lag.interval': 0.1 };
		const seen = shutOf(PRODUCER_THROTTLING, values, 'bucket');
		for (const { frame, isShut } of seen) {
			expect(isShut).toBe(readingOf(frame, 'now.gateOpen') === 0);
		}
		expect(new Set(seen.map(({ isShut }) => isShut)).size).toBe(2);
	});

	it('is not for an empty bucket, which lets the next one through', () => {
		const values = { 'bucket.rate': 10, 'refused.then': 'retry' } as const;
		const seen = shutOf(PRODUCER_THROTTLING, values, 'bucket');
		expect(seen.some(({ frame }) => readingOf(frame, 'now.heldBackFor') > 0)).toBe(true);
		expect(seen.some(({ isShut }) => isShut)).toBe(false);
	});
});

describe('a station is dead', () => {
	it('once the consumer ran out of memory', () => {
		const scenario = scenarioOf(NO_BACKPRESSURE, { 'memory.limit': 100, 'source.rate': 900 });
		for (const frame of framesOf(scenario, [0.01, 0.2, 5], 0)) {
			const isDead = at(NO_BACKPRESSURE, frame.dead, 'consumer') === 1;
			expect(isDead).toBe(readingOf(frame, 'counts.lost') > 0);
		}
		expect(at(NO_BACKPRESSURE, frameOf(scenario, 5, 0).dead, 'consumer')).toBe(1);
	});

	it('where messages wait for a request that will never come', () => {
		const dead = (...mistakes: MistakeKey[]) => {
			const scenario = scenarioOf(REACTIVE_STREAMS, {}, { mistakes });
			return framesOf(scenario, [0.001, 3], 0).map((frame) =>
				at(REACTIVE_STREAMS, frame.dead, 'demand')
			);
		};
		expect(dead('forgets-request')).toEqual([0, 1]);
		expect(dead()).toEqual([0, 0]);
	});
});

describe('places that are kept', () => {
	it('are those of tasks that never gave back their permit', () => {
		const values = { 'source.rate': 400, 'semaphore.permits': 50 };
		const scenario = scenarioOf(BOUNDED_CONCURRENCY, values, { mistakes: ['leaks-permits'] });
		const frames: readonly Frame[] = framesOf(scenario, [0.1, 2, 6, 12], 0);
		for (const frame of frames) {
			const kept = at(BOUNDED_CONCURRENCY, frame.kept, 'permits');
			expect(kept).toBe(readingOf(frame, 'now.permitsLeaked'));
		}
		expect(frames.at(-1)?.kept.some((count) => count > 20)).toBe(true);
	});
});
