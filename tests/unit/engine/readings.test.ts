import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Items } from '../../../src/core/ledger/item-table';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Run } from '../../../src/core/run/run';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { Head } from '../../../src/engine/timeline/head';
import { startRun } from '../../../src/headless/simulate';
import { sampledRuns } from '../../setup/sample';
import { readingOf } from '../presets/preset-runs';

const SEED = 20_261_129;

function startOf(scenario: object): Run {
	return startRun(parseScenario({ version: 1, ...scenario }), { items: true });
}

/** The wait in seconds of the message that was accepted first of all that are neither started nor gone. */
function longestWait(items: Items, now: number): number {
	const waiting = items.accepted.filter((_, message) => {
		return items.started[message] === null && items.outcome[message] === 'waiting';
	});
	const oldest = Math.min(...waiting.flatMap((at) => at ?? []));
	return oldest === Infinity ? Number.NaN : (now - oldest) / 1e9;
}

describe('the oldest queued message', () => {
	it('is the oldest wherever it waits, in every strategy, at any time, on 400 random runs', () => {
		const seen = new Set<string>();
		const input = fc.record({
			strategy: fc.constantFrom(...STRATEGIES.ids),
			seed: fc.integer({ min: 1, max: 1000 }),
			workers: fc.integer({ min: 0, max: 4 }),
			permits: fc.integer({ min: 1, max: 6 }),
			capacity: fc.integer({ min: 0, max: 12 }),
			whenFull: fc.constantFrom('block', 'drop-newest', 'drop-oldest', 'fail'),
			window: fc.integer({ min: 1, max: 12 }),
			delay: fc.constantFrom(0, 0.004, 0.03),
			maxRecords: fc.integer({ min: 1, max: 30 }),
			looks: fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 5, maxLength: 5 })
		});
		fc.assert(
			fc.property(input, ({ strategy, seed, workers, looks, ...part }) => {
				const run = startOf({
					strategy,
					seed,
					duration: 1,
					source: { rate: 300 },
					consumer: { workers, serviceTime: 0.01 },
					semaphore: { permits: part.permits },
					poll: { maxRecords: part.maxRecords },
					buffer: { capacity: part.capacity, whenFull: part.whenFull },
					demand: { window: part.window, delay: part.delay },
					bucket: { rate: 200 }
				});
				for (const time of looks.toSorted((one, other) => one - other)) {
					run.advance(time);
					const filled = run.mechanism.stores.map(({ length }) => Number(length > 0)).join('');
					seen.add(`${strategy} ${filled}`);
					// Every run keeps its items.
					const items = run.items as Items;
					expect(readingOf(run, 'now.oldestQueued')).toBe(longestWait(items, time));
				}
			}),
			{ seed: SEED, numRuns: sampledRuns(400) }
		);
		// Nowhere, and at least at one place; with the publisher, on the link and in the inbox at once.
		expect(seen).toContain('reactive-streams 111');
		expect(seen.size).toBeGreaterThan(12);
	});
});

describe('a share of the time of the workers', () => {
	const shares = (run: Run) => [readingOf(run, 'now.busy'), readingOf(run, 'now.starved')];
	const none = [Number.NaN, Number.NaN];

	it('is none once the consumer is dead', () => {
		const run = startOf({
			strategy: 'no-backpressure',
			source: { rate: 600 },
			memory: { limit: 50 }
		});
		run.advance(0.5e9);
		expect(shares(run).reduce((sum, share) => sum + share)).toBeCloseTo(1, 9);
		run.advance(29e9);
		expect(run.world.consumer.isDead).toBe(true);
		expect(shares(run)).toEqual(none);
	});

	it.each(STRATEGIES.ids)('is none in %s where nobody works, and is one again', (strategy) => {
		const run = startOf({
			strategy,
			consumer: { workers: 0 },
			changes: [{ at: 1, set: 'consumer.workers', to: 2 }]
		});
		run.advance(0.9e9);
		expect(shares(run)).toEqual(none);
		run.advance(2e9);
		expect(shares(run).reduce((sum, share) => sum + share)).toBeCloseTo(1, 9);
	});
});

describe('the moment at which a buffer is full', () => {
	const momentsOf = (scenario: object) => {
		const parsed = parseScenario({ version: 1, ...scenario });
		const head = new Head(1, startRun(parsed, { pictures: true }));
		head.run.advance(Infinity);
		return head.moments.flatMap(({ key, time }) => (key === 'buffer-full' ? [time / 1e9] : []));
	};
	/** One in service for long, and one more each second. */
	const filling = {
		duration: 20,
		source: { process: 'constant', rate: 1 },
		consumer: { workers: 1, serviceTime: 100, distribution: 'constant' }
	};
	const buffered = [
		['small-buffers', {}],
		['reactive-streams', { demand: { window: 1 } }]
	] as const;

	it.each(buffered)('comes in %s when as many wait as it holds', (strategy, part) => {
		expect(momentsOf({ strategy, ...filling, ...part, buffer: { capacity: 3 } })[0]).toBe(4);
	});

	it.each(buffered)('comes in %s when it is made smaller than what is in it', (strategy, part) => {
		const smaller = (to: number) => ({
			strategy,
			...filling,
			...part,
			buffer: { capacity: 30 },
			changes: [{ at: 5.5, set: 'buffer.capacity', to }]
		});
		expect(momentsOf(smaller(2))[0]).toBe(5.5);
		expect(momentsOf(smaller(0))[0]).toBe(5.5);
	});

	it.each(STRATEGIES.ids)(
		'never comes in %s where no buffer has a limit, or none has a slot',
		(id) => {
			expect(momentsOf({ strategy: id, ...filling, buffer: { capacity: 0 } })).toEqual([]);
		}
	);
});
