import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { atOnce, type Start, steady, timesOfSignal } from '../lab';
import { workerRules } from '../worker-rules';

/** A hundred messages a second more than the consumer takes, all constant. */
const overload = {
	strategy: 'small-buffers',
	duration: 200,
	source: { process: 'constant', rate: 600 },
	consumer: steady(4, 0.008)
};

/** Five messages at once, for a worker that takes a second, with one slot before it. */
const rush = {
	strategy: 'small-buffers',
	duration: 60,
	source: atOnce(5),
	consumer: steady(1, 1),
	buffer: { capacity: 1 }
};

/** The rules of a buffer between producer and workers; those of its channel stand elsewhere. */
export const SMALL_BUFFER_RULES: readonly Rule<Start>[] = [
	...workerRules({ strategy: 'small-buffers' }),
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
	},
	{
		name: 'tells the producer each time that it must wait, and no other time',
		check(start) {
			const run = start(rush, { pictures: true });
			run.advance(60e9);
			// The first is in service, the second in the buffer: the other three have to wait.
			expect(timesOfSignal(run, 'full')).toEqual([0, 1, 2]);
		}
	},
	{
		name: 'tells the producer each time that it is refused',
		check(start) {
			const buffer = { capacity: 1, whenFull: 'fail' };
			const refused = { then: 'retry', after: 0.75 };
			const run = start({ ...rush, buffer, refused }, { pictures: true });
			run.advance(60e9);
			// The third tries at 0, 0.75 and 1.5 s, the fourth at 1.5 and 2.25 s, the fifth at 2.25, 3 …
			expect(timesOfSignal(run, 'refused')).toEqual([0, 0.75, 1.5, 2.25]);
			expect(run.world.ledger.attempts).toBe(5 + 4);
		}
	},
	{
		name: 'lets in at once what fits into a larger buffer',
		check(start) {
			const changes = [{ at: 0.5, set: 'buffer.capacity', to: 3 }];
			const run = start({ ...rush, changes }, { items: true });
			run.advance(0.5e9);
			expect(run.items?.accepted).toEqual([0, 0, 0.5e9, 0.5e9, null]);
		}
	},
	{
		name: 'keeps what no longer fits into a smaller buffer, and lets nobody in until it does',
		check(start) {
			const buffer = { capacity: 3 };
			const changes = [{ at: 0.5, set: 'buffer.capacity', to: 1 }];
			const run = start({ ...rush, buffer, changes }, { items: true });
			run.advance(0.5e9);
			expect([run.queued, run.world.ledger.hand]).toEqual([3, 1]);
			run.advance(60e9);
			// The buffer has had three; when one is left and leaves, the fifth may come.
			expect(run.items?.accepted).toEqual([0, 0, 0, 0, 3e9]);
			expect(run.world.ledger.completed).toBe(5);
		}
	}
];
