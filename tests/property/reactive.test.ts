import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import { type WindowSettings, windowRate } from '../../src/core/reactive/throughput-law';
import { resultOf } from '../../src/core/run/result';
import { simulate, startRun } from '../../src/headless/simulate';
import { type DemandInput, demandTimes } from '../oracle/demand';

const SEED = 20_261_130;
const MILLISECOND = 1e6;

const seconds = (ms: number) => ms / 1000;
const scaled = (times: readonly (number | null)[]) =>
	times.map((time) => (time === null ? null : time * MILLISECOND));

// Times on a coarse grid of milliseconds, so that many things happen at one instant.
const streams: fc.Arbitrary<DemandInput> = fc
	.record({
		kind: fc.constantFrom('open' as const, 'closed' as const),
		gaps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40, size: 'max' }),
		services: fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 40, maxLength: 40 }),
		workers: fc.integer({ min: 1, max: 4 }),
		capacity: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 2, max: 9 })),
		whenFull: fc.constantFrom(
			'block' as const,
			'drop-newest' as const,
			'drop-oldest' as const,
			'fail' as const
		),
		retryAfter: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 2 }),
		window: fc.integer({ min: 1, max: 12 }),
		batch: fc.integer({ min: 1, max: 12 }),
		delay: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })),
		end: fc.integer({ min: 1, max: 240 })
	})
	.map(({ gaps, kind, services, batch, ...rest }) => {
		let time = 0;
		const arrivals = kind === 'closed' ? gaps : gaps.map((span) => (time += span));
		return { kind, arrivals, services, batch: Math.min(batch, rest.window), ...rest };
	});

function scenarioOf(input: DemandInput) {
	return parseScenario({
		version: 1,
		strategy: 'reactive-streams',
		duration: seconds(input.end),
		source: { kind: input.kind, process: 'trace', times: input.arrivals.map(seconds) },
		consumer: {
			workers: input.workers,
			distribution: 'trace',
			times: input.services.map(seconds)
		},
		buffer: { capacity: input.capacity, whenFull: input.whenFull },
		demand: { window: input.window, batch: input.batch, delay: seconds(input.delay) },
		refused:
			input.retryAfter === null
				? { then: 'drop' }
				: { then: 'retry', after: seconds(input.retryAfter) }
	});
}

describe('reactive streams', () => {
	it('agree with an event-by-event count on 2000 random cases, to the nanosecond', () => {
		const seen = { 'no delay': 0, delay: 0, ties: 0, dropped: 0, refused: 0, retried: 0, rest: 0 };
		const modes = new Set<string>();
		fc.assert(
			fc.property(streams, (input) => {
				const expected = demandTimes(input);
				seen[input.delay === 0 ? 'no delay' : 'delay']++;
				modes.add(`${input.kind} ${input.whenFull} ${Math.min(2, input.capacity)}`);
				if (expected.completed.some((time) => expected.offered.includes(time ?? -1))) seen.ties++;
				if (expected.outcome.includes('dropped')) seen.dropped++;
				if (expected.outcome.includes('refused')) seen.refused++;
				if (expected.attempts > expected.offered.length) seen.retried++;
				if (input.window % input.batch !== 0) seen.rest++;

				const run = startRun(scenarioOf(input), { items: true });
				run.advance(Infinity);
				const { items, counts } = resultOf(run);
				expect(items?.offered).toEqual(scaled(expected.offered));
				expect(items?.accepted).toEqual(scaled(expected.accepted));
				expect(items?.started).toEqual(scaled(expected.started));
				expect(items?.completed).toEqual(scaled(expected.completed));
				expect(items?.outcome).toEqual(expected.outcome);
				expect(counts.attempts).toBe(expected.attempts);
				const { gauges = {} } = run.mechanism;
				expect(gauges['now.requested']?.(run.time)).toBe(expected.requested);
				expect(gauges['now.delivered']?.(run.time)).toBe(expected.delivered);
			}),
			{ seed: SEED, numRuns: 2000 }
		);
		for (const times of Object.values(seen)) expect(times).toBeGreaterThan(100);
		expect(modes.size).toBe(2 * 4 * 3);
	});
});

describe('a window of K + workers', () => {
	const line = fc.record({
		kind: fc.constantFrom('open' as const, 'closed' as const),
		gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40, size: 'max' }),
		services: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 40, maxLength: 40 }),
		slots: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 2, max: 12 })),
		workers: fc.integer({ min: 1, max: 8 })
	});

	it('gives the times of a channel of K: no publisher buffer, batch 1, no delay, 1000 cases', () => {
		const seen = { none: 0, some: 0, 'one worker': 0, many: 0 };
		fc.assert(
			fc.property(line, ({ kind, gaps, services, slots, workers }) => {
				seen[slots === 0 ? 'none' : 'some']++;
				seen[workers === 1 ? 'one worker' : 'many']++;
				let time = 0;
				const arrivals = kind === 'closed' ? gaps : gaps.map((span) => (time += span));
				const same = {
					version: 1,
					source: { kind, process: 'trace', times: arrivals.map(seconds) },
					consumer: { workers, distribution: 'trace', times: services.map(seconds) }
				};
				const channel = simulate(
					parseScenario({ ...same, strategy: 'small-buffers', buffer: { capacity: slots } }),
					{ items: true }
				);
				const window = simulate(
					parseScenario({
						...same,
						strategy: 'reactive-streams',
						buffer: { capacity: 0 },
						demand: { window: slots + workers, batch: 1, delay: 0 }
					}),
					{ items: true }
				);
				expect(window.items).toEqual(channel.items);
				expect(window.producer.heldBack).toBe(channel.producer.heldBack);
			}),
			{ seed: SEED, numRuns: 1000 }
		);
		for (const times of Object.values(seen)) expect(times).toBeGreaterThan(50);
	});

	it.each([13, 15])('of 14 for a channel of 10, and not of %s', (other) => {
		const same = { version: 1, duration: 5 };
		const of = (window: number) =>
			simulate(
				parseScenario({
					...same,
					strategy: 'reactive-streams',
					buffer: { capacity: 0 },
					demand: { window, batch: 1 }
				}),
				{ items: true }
			).items;
		const channel = simulate(
			parseScenario({ ...same, strategy: 'small-buffers', buffer: { capacity: 10 } }),
			{ items: true }
		).items;
		expect(of(14)).toEqual(channel);
		expect(of(other)).not.toEqual(channel);
	});
});

/** Messages a second in the long run, from a publisher that always has one to one worker. */
function measuredRate(law: number, settings: WindowSettings): number {
	const { window, batch, roundTrip, serviceTime } = settings;
	// A run starts and ends somewhere within a cycle: of 300 windows that is less than a percent.
	const windows = 300;
	const duration = (windows * window) / law;
	const messages = (windows + 1) * window;
	const { counts } = simulate(
		parseScenario({
			version: 1,
			strategy: 'reactive-streams',
			duration,
			source: { process: 'trace', times: new Array(messages).fill(0) },
			consumer: { workers: 1, distribution: 'trace', times: new Array(messages).fill(serviceTime) },
			buffer: { capacity: 1_000_000 },
			demand: { window, batch, delay: roundTrip / 2 }
		})
	);
	return counts.completed / duration;
}

describe('the throughput law of window, batch and round trip', () => {
	it.each([
		[1, 1, 0.1, 0.002, 9.8039],
		[10, 10, 0.1, 0.002, 83.333],
		[10, 8, 0.1, 0, 80],
		[10, 5, 0.1, 0, 100],
		[256, 192, 0.1, 0, 1920],
		[256, 128, 0.1, 0, 2560],
		[256, 64, 0.1, 0, 2560],
		[256, 1, 0.1, 0, 2560],
		[256, 192, 0.1, 0.0005, 1170.73],
		[256, 1, 0.1, 0.0005, 2000]
	])(
		'window %s, batch %s, round trip %s s, service %s s: %s messages/s',
		(window, batch, roundTrip, serviceTime, expected) => {
			const law = windowRate({ window, batch, roundTrip, serviceTime });
			expect(Math.abs(law / expected - 1)).toBeLessThan(1e-5);
			const measured = measuredRate(law, { window, batch, roundTrip, serviceTime });
			expect(Math.abs(measured / law - 1)).toBeLessThan(0.01);
		}
	);

	it('holds within 1 % on a grid', () => {
		let cases = 0;
		for (const window of [1, 2, 3, 5, 8, 12]) {
			for (const batch of new Set([1, 2, 3, 4, 6, 8, 9, 12].filter((some) => some <= window))) {
				for (const roundTrip of [0, 0.01, 0.1]) {
					for (const serviceTime of [0.0005, 0.002, 0.01]) {
						const settings = { window, batch, roundTrip, serviceTime };
						const law = windowRate(settings);
						const off = measuredRate(law, settings) / law - 1;
						expect(Math.abs(off), JSON.stringify(settings)).toBeLessThan(0.01);
						cases++;
					}
				}
			}
		}
		expect(cases).toBe(216);
	});
});
