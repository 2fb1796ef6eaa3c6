import fc from 'fast-check';
import { expect } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { simulate } from '../../../src/headless/simulate';
import type { Suite } from '../../conformance/rule';
import { lossyTimes } from '../../oracle/lossy';
import { type LineInput, lineTimes } from '../../oracle/recursion';
import { sampledRuns } from '../../setup/sample';

const SEED = 20_261_123;
const MILLISECOND = 1e6;

// Times on a coarse grid of milliseconds, so that many things happen at one instant.
const gap = fc.integer({ min: 0, max: 6 });
const service = fc.integer({ min: 0, max: 12 });
const capacity = fc.oneof(
	fc.constant(0),
	fc.constant(1),
	fc.integer({ min: 2, max: 12 }),
	fc.constant(Infinity)
);

const line: fc.Arbitrary<LineInput> = fc
	.record({
		kind: fc.constantFrom('open' as const, 'closed' as const),
		gaps: fc.array(gap, { minLength: 1, maxLength: 40, size: 'max' }),
		services: fc.array(service, { minLength: 40, maxLength: 40 }),
		capacity,
		workers: fc.integer({ min: 1, max: 8 })
	})
	.map(({ kind, gaps, services, ...rest }) => {
		let time = 0;
		const arrivals = kind === 'closed' ? gaps : gaps.map((span) => (time += span));
		return { kind, arrivals, services: services.slice(0, gaps.length), ...rest };
	});

/** The scenario of an input whose unit of time is so many nanoseconds. */
function scenarioOf(input: LineInput, unit: number) {
	const seconds = (time: number) => (time * unit) / 1e9;
	const isUnbounded = input.capacity === Infinity;
	return parseScenario({
		version: 1,
		strategy: isUnbounded ? 'no-backpressure' : 'small-buffers',
		duration: 3600,
		source: { kind: input.kind, process: 'trace', times: input.arrivals.map(seconds) },
		consumer: {
			workers: input.workers,
			distribution: 'trace',
			times: input.services.map(seconds)
		},
		...(isUnbounded ? {} : { buffer: { capacity: input.capacity } })
	});
}

function itemsOf(input: LineInput, unit = MILLISECOND) {
	const { items } = simulate(scenarioOf(input, unit), { items: true });
	if (items === undefined) throw new Error('items were asked for');
	return items;
}

function scaled(times: readonly (number | null)[], factor: number) {
	return times.map((time) => (time === null ? null : time * factor));
}

/** Whether two different things happen at one instant. */
function hasTie(input: LineInput): boolean {
	const { offered, completed } = lineTimes(input);
	const all = [...new Set(offered), ...new Set(completed)];
	return new Set(all).size < all.length;
}

const lossy = fc.record({
	gaps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40, size: 'max' }),
	services: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 40, maxLength: 40 }),
	capacity: fc.integer({ min: 0, max: 5 }),
	workers: fc.integer({ min: 1, max: 4 }),
	whenFull: fc.constantFrom('drop-newest' as const, 'drop-oldest' as const, 'fail' as const),
	retryAfter: fc.option(fc.integer({ min: 1, max: 9 })),
	end: fc.integer({ min: 1, max: 150 })
});

/** What holds for a channel that makes send wait, without a limit too: no backpressure. */
export const LINE_LAWS: Suite = [
	{
		name: `agrees with the recursion to the nanosecond on ${sampledRuns(1000)} random lines`,
		check() {
			const seen = { open: 0, closed: 0, none: 0, one: 0, many: 0, unbounded: 0, ties: 0 };
			const workers = new Set<number>();
			fc.assert(
				fc.property(line, (input) => {
					seen[input.kind]++;
					workers.add(input.workers);
					if (hasTie(input)) seen.ties++;
					if (input.capacity === 0) seen.none++;
					else if (input.capacity === 1) seen.one++;
					else if (input.capacity === Infinity) seen.unbounded++;
					else seen.many++;
					const expected = lineTimes(input);
					const items = itemsOf(input);
					expect(items.offered).toEqual(scaled(expected.offered, MILLISECOND));
					expect(items.accepted).toEqual(scaled(expected.accepted, MILLISECOND));
					expect(items.started).toEqual(scaled(expected.started, MILLISECOND));
					expect(items.completed).toEqual(scaled(expected.completed, MILLISECOND));
				}),
				{ seed: SEED, numRuns: sampledRuns(1000) }
			);
			expect(seen.ties).toBeGreaterThanOrEqual(sampledRuns(300));
			expect(workers.size).toBe(8);
			for (const count of Object.values(seen)) expect(count).toBeGreaterThan(sampledRuns(100));
		}
	},

	{
		name: 'keeps the order of events when all times are scaled by a power of two',
		check() {
			fc.assert(
				fc.property(line, fc.integer({ min: 1, max: 10 }), (input, power) => {
					const factor = 2 ** power;
					const plain = itemsOf(input, 1024);
					const larger = itemsOf(input, 1024 * factor);
					expect(larger.started).toEqual(scaled(plain.started, factor));
					expect(larger.completed).toEqual(scaled(plain.completed, factor));
				}),
				{ seed: SEED, numRuns: sampledRuns(200) }
			);
		}
	},

	{
		name: 'never completes a message later when it has more slots',
		check() {
			fc.assert(
				fc.property(line, fc.integer({ min: 1, max: 5 }), (input, more) => {
					const few = itemsOf(input).completed;
					const many = itemsOf({ ...input, capacity: input.capacity + more }).completed;
					few.forEach((time, message) => {
						expect(many[message] ?? 0).toBeLessThanOrEqual(time ?? 0);
					});
				}),
				{ seed: SEED, numRuns: sampledRuns(200) }
			);
		}
	},

	{
		name: 'gives the completions of the known lines',
		check() {
			const arrivals = [3, 1, 4, 1, 5, 9, 2, 6];
			const services = [2, 7, 1, 8, 2, 8, 1, 8];
			const completed = (capacity: number) =>
				scaled(
					itemsOf({ kind: 'closed', arrivals, services, capacity, workers: 1 }).completed,
					1 / MILLISECOND
				);
			expect(completed(0)).toEqual([5, 12, 13, 21, 23, 38, 39, 52]);
			expect(completed(1)).toEqual([5, 12, 13, 21, 23, 34, 35, 43]);
			expect(completed(3).slice(5)).toEqual([31, 32, 40]);
		}
	}
];

/** What holds for a channel that does not. */
export const LOSSY_LAWS: Suite = [
	{
		name: `agrees with an event-by-event count on ${sampledRuns(1000)} random lines`,
		check() {
			fc.assert(
				fc.property(lossy, ({ gaps, services, ...rest }) => {
					let time = 0;
					const offers = gaps.map((span) => (time += span));
					const expected = lossyTimes({ offers, services, ...rest });
					const seconds = (ms: number) => ms / 1000;
					const { items, counts } = simulate(
						parseScenario({
							version: 1,
							strategy: 'small-buffers',
							duration: seconds(rest.end),
							source: { process: 'trace', times: offers.map(seconds) },
							consumer: {
								workers: rest.workers,
								distribution: 'trace',
								times: services.map(seconds)
							},
							buffer: { capacity: rest.capacity, whenFull: rest.whenFull },
							refused:
								rest.retryAfter === null
									? { then: 'drop' }
									: { then: 'retry', after: seconds(rest.retryAfter) }
						}),
						{ items: true }
					);
					const offered = items?.offered.length ?? 0;
					expect(items?.accepted).toEqual(scaled(expected.accepted, MILLISECOND).slice(0, offered));
					expect(items?.started).toEqual(scaled(expected.started, MILLISECOND).slice(0, offered));
					expect(items?.completed).toEqual(
						scaled(expected.completed, MILLISECOND).slice(0, offered)
					);
					expect(items?.outcome).toEqual(expected.outcome.slice(0, offered));
					expect(counts.attempts).toBe(expected.attempts);
				}),
				{ seed: SEED, numRuns: sampledRuns(1000) }
			);
		}
	},

	{
		name: 'drops nothing when each message leaves just as the next one comes',
		check() {
			const { counts } = simulate(
				parseScenario({
					version: 1,
					strategy: 'small-buffers',
					source: { process: 'constant', rate: 100 },
					consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' },
					buffer: { capacity: 0, whenFull: 'drop-newest' }
				})
			);
			expect(counts).toMatchObject({ offered: 3000, dropped: 0 });
		}
	}
];
