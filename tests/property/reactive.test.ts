import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import { type WindowSettings, windowRate } from '../../src/core/reactive/throughput-law';
import { simulate } from '../../src/headless/simulate';
import { testSuite } from '../conformance/rule';
import { sampledRuns } from '../setup/sample';
import { DEMAND_LAWS } from './laws/demand';

const SEED = 20_261_130;

const seconds = (ms: number) => ms / 1000;

describe('reactive streams', () => {
	testSuite(DEMAND_LAWS);
});

describe('a window of K + workers', () => {
	const line = fc.record({
		kind: fc.constantFrom('open' as const, 'closed' as const),
		gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40, size: 'max' }),
		services: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 40, maxLength: 40 }),
		slots: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 2, max: 12 })),
		workers: fc.integer({ min: 1, max: 8 })
	});

	it('gives the times of a channel of K: no publisher buffer, batch 1, no delay, in many cases', () => {
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
			{ seed: SEED, numRuns: sampledRuns(1000) }
		);
		for (const times of Object.values(seen)) expect(times).toBeGreaterThan(sampledRuns(50));
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
