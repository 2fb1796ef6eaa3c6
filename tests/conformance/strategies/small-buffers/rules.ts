import { expect } from 'vitest';
import type { Rule } from '../../rule';
import type { Start } from '../lab';

/** A hundred messages a second more than the consumer takes, all constant. */
const overload = {
	strategy: 'small-buffers',
	duration: 200,
	source: { process: 'constant', rate: 600 },
	consumer: { workers: 4, serviceTime: 0.008, distribution: 'constant' }
};

/** The rules of a buffer between producer and workers; those of its channel stand elsewhere. */
export const SMALL_BUFFER_RULES: readonly Rule<Start>[] = [
	{
		name: 'holds no more than its capacity',
		check(start) {
			for (const capacity of [0, 1, 10, 1000]) {
				const run = start({ ...overload, buffer: { capacity } });
				run.advance(20e9);
				expect(run.queued).toBe(capacity);
			}
		}
	},
	{
		name: 'is full, and felt by the producer, after capacity ÷ (λ − μ)',
		check(start) {
			for (const capacity of [10, 1000]) {
				const run = start({ ...overload, buffer: { capacity } });
				const full = capacity / 100;
				run.advance(full * 1e9);
				expect(run.world.ledger.heldBack.firstUpTo(run.time)).toBeNaN();
				// The four in service and the one in hand are 50 ms more.
				run.advance((full + 0.05) * 1e9);
				expect(run.world.ledger.heldBack.firstUpTo(run.time)).toBeGreaterThanOrEqual(full * 1e9);
			}
		}
	},
	{
		name: 'keeps no message that waits for longer than capacity ÷ μ, and one service',
		check(start) {
			const run = start({ ...overload, buffer: { capacity: 10 } });
			run.advance(20e9);
			expect(run.world.ledger.sinceAccepted.max).toBeLessThanOrEqual((10 / 500 + 2 * 0.008) * 1e9);
		}
	},
	{
		name: 'loses nothing and lets nobody overtake: with one worker all are done in the order of offers',
		check(start) {
			const consumer = { workers: 1, serviceTime: 0.002, distribution: 'exponential' };
			const source = { process: 'poisson', rate: 600, limit: 1000 };
			const run = start({ ...overload, source, consumer }, { items: true });
			run.advance(60e9);
			const completed = run.items?.completed ?? [];
			expect(completed).toHaveLength(1000);
			expect(completed).not.toContain(null);
			expect(completed).toEqual(completed.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
		}
	}
];
