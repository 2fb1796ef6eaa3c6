import fc from 'fast-check';
import { expect } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { simulate } from '../../../src/headless/simulate';
import type { Suite } from '../../conformance/rule';
import { lineTimes } from '../../oracle/recursion';
import { throttledTimes } from '../../oracle/throttled';
import { sampledRuns } from '../../setup/sample';

const SEED = 20_261_127;
const MILLISECOND = 1e6;
const seconds = (time: number) => (time * MILLISECOND) / 1e9;
const toNanoseconds = (times: readonly number[]) => times.map((time) => time * MILLISECOND);
const scaled = (times: readonly (number | null)[]) =>
	times.map((time) => (time === null ? null : time * MILLISECOND));

/** Arrivals and service times on a coarse grid of milliseconds, so that many things coincide. */
const work = fc
	.record({
		gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40, size: 'max' }),
		services: fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 40, maxLength: 40 }),
		workers: fc.integer({ min: 1, max: 8 }),
		interval: fc.integer({ min: 1, max: 50 }),
		maxRecords: fc.integer({ min: 1, max: 9 })
	})
	.map(({ gaps, services, ...rest }) => {
		let time = 0;
		const arrivals = gaps.map((span) => (time += span));
		return { arrivals, services: services.slice(0, gaps.length), ...rest };
	});

const bucketOf = fc.record({
	capacity: fc.integer({ min: 1, max: 6 }),
	// Tokens per second; with times on a grid of milliseconds tokens come just in time, or just not.
	rate: fc.constantFrom(0, 50, 100, 125, 200, 250, 500),
	limit: fc.integer({ min: 0, max: 8 }),
	band: fc.integer({ min: 0, max: 5 }),
	interval: fc.constantFrom(0, 0, 5, 10, 25),
	retryAfter: fc.option(fc.integer({ min: 1, max: 9 }))
});

/** When tasks that need a permit and a worker start and end. */
export const PERMIT_LAWS: Suite = [
	{
		name: `starts each message with the earliest free of min(permits, workers), on ${sampledRuns(1000)} random runs`,
		check() {
			const seen = { permits: 0, workers: 0, ties: 0 };
			fc.assert(
				fc.property(work, fc.integer({ min: 1, max: 8 }), (input, permits) => {
					const { arrivals, services, workers, interval, maxRecords } = input;
					if (permits < workers) seen.permits++;
					if (workers < permits) seen.workers++;
					const expected = lineTimes({
						kind: 'open',
						arrivals,
						services,
						capacity: Infinity,
						workers: Math.min(permits, workers)
					});
					if (expected.completed.some((time) => arrivals.includes(time))) seen.ties++;
					const { items } = simulate(
						parseScenario({
							version: 1,
							strategy: 'bounded-concurrency',
							duration: 2,
							source: { process: 'trace', times: arrivals.map(seconds) },
							consumer: { workers, distribution: 'trace', times: services.map(seconds) },
							semaphore: { permits },
							poll: { interval: seconds(interval), maxRecords }
						}),
						{ items: true }
					);
					expect(items?.accepted).toEqual(toNanoseconds(expected.offered));
					expect(items?.started).toEqual(toNanoseconds(expected.started));
					expect(items?.completed).toEqual(toNanoseconds(expected.completed));
				}),
				{ seed: SEED, numRuns: sampledRuns(1000) }
			);
			for (const count of Object.values(seen))
				expect(count).toBeGreaterThanOrEqual(sampledRuns(300));
		}
	}
];

/** What a throttled producer admits. */
export const THROTTLE_LAWS: Suite = [
	{
		name: `admits, refuses and retries as an event-by-event count says, on ${sampledRuns(1000)} random runs`,
		check() {
			const seen = { byRate: 0, byLag: 0, retried: 0, sampled: 0 };
			fc.assert(
				fc.property(work, bucketOf, (input, bucket) => {
					const { arrivals, services, workers, interval, maxRecords } = input;
					const resume = Math.max(0, bucket.limit - bucket.band);
					const expected = throttledTimes({
						arrivals,
						services,
						workers,
						...bucket,
						resume,
						end: 600
					});
					if (expected.byRate > 0) seen.byRate++;
					if (expected.byLag > 0) seen.byLag++;
					if (bucket.retryAfter !== null) seen.retried++;
					if (bucket.interval > 0) seen.sampled++;
					const { items, counts, lag } = simulate(
						parseScenario({
							version: 1,
							strategy: 'producer-throttling',
							duration: 0.6,
							source: { process: 'trace', times: arrivals.map(seconds) },
							consumer: { workers, distribution: 'trace', times: services.map(seconds) },
							poll: { interval: seconds(interval), maxRecords },
							bucket: { capacity: bucket.capacity, rate: bucket.rate },
							lag: { limit: bucket.limit, resume, interval: seconds(bucket.interval) },
							refused:
								bucket.retryAfter === null
									? { then: 'drop' }
									: { then: 'retry', after: seconds(bucket.retryAfter) }
						}),
						{ items: true }
					);
					expect(items?.accepted).toEqual(scaled(expected.accepted));
					expect(items?.started).toEqual(scaled(expected.started));
					expect(items?.completed).toEqual(scaled(expected.completed));
					expect(counts.attempts).toBe(expected.attempts);
					expect(lag?.final).toBe(expected.lag);
				}),
				{ seed: SEED, numRuns: sampledRuns(1000) }
			);
			for (const count of Object.values(seen))
				expect(count).toBeGreaterThanOrEqual(sampledRuns(300));
		}
	}
];
