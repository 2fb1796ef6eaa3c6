import fc from 'fast-check';
import { expect } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { resultOf } from '../../../src/core/run/result';
import { startRun } from '../../../src/headless/simulate';
import type { Suite } from '../../conformance/rule';
import { type DemandInput, demandTimes } from '../../oracle/demand';
import { sampledRuns } from '../../setup/sample';

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

/** What holds for a publisher and a subscriber with a link between them. */
export const DEMAND_LAWS: Suite = [
	{
		name: `agree with an event-by-event count on ${sampledRuns(2000)} random cases, to the nanosecond`,
		check() {
			const seen = {
				'no delay': 0,
				delay: 0,
				ties: 0,
				dropped: 0,
				refused: 0,
				retried: 0,
				rest: 0
			};
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
				{ seed: SEED, numRuns: sampledRuns(2000) }
			);
			for (const times of Object.values(seen)) expect(times).toBeGreaterThan(sampledRuns(100));
			expect(modes.size).toBe(2 * 4 * 3);
		}
	}
];
