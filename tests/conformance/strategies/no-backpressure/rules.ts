import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { atOnce, type Start, steady } from '../lab';
import { workerRules } from '../worker-rules';

const unlimited = { strategy: 'no-backpressure', duration: 60 };

/** A hundred messages a second more than the consumer takes, all constant. */
const overload = {
	...unlimited,
	source: { process: 'constant', rate: 600 },
	consumer: steady(4, 0.008)
};

/** A message each tenth of a second for two workers that never end, and memory for five. */
const mortal = {
	...unlimited,
	source: { process: 'constant', rate: 10 },
	consumer: steady(2, 3600),
	memory: { limit: 5 }
};

/** The rules of a queue without a limit. */
export const NO_BACKPRESSURE_RULES: readonly Rule<Start>[] = [
	...workerRules(unlimited),
	{
		name: 'never makes the producer wait, whatever comes',
		check(start) {
			const run = start({ ...unlimited, source: atOnce(5000), consumer: steady(1, 3600) });
			run.advance(10e9);
			const { ledger, source } = run.world;
			expect([ledger.offered, ledger.attempts, ledger.accepted]).toEqual([5000, 5000, 5000]);
			expect([source.waiting, ledger.hand, run.queued]).toEqual([0, 0, 4999]);
			expect(ledger.heldBack.firstUpTo(run.time)).toBeNaN();
		}
	},
	{
		name: 'grows by what comes and is not done, as long as it lasts',
		check(start) {
			const run = start(overload);
			for (const second of [5, 10, 20, 40]) {
				run.advance(second * 1e9);
				expect(Math.abs(run.queued - 100 * second)).toBeLessThanOrEqual(5);
			}
		}
	},
	{
		name: 'is killed by the message that reaches the memory limit, with all that it held',
		check(start) {
			const run = start(mortal);
			run.advance(0.4e9);
			expect([run.world.consumer.isDead, run.queued, run.world.ledger.lost]).toEqual([false, 2, 0]);
			run.advance(0.5e9);
			expect([run.world.consumer.isDead, run.queued, run.world.ledger.lost]).toEqual([true, 0, 5]);
			expect(run.world.consumer.inService).toBe(0);
		}
	},
	{
		name: 'loses whatever comes when it is dead, at the door',
		check(start) {
			const run = start({ ...mortal, memory: { limit: 1 } });
			run.advance(2e9);
			const { ledger } = run.world;
			expect([ledger.offered, ledger.attempts, ledger.lost]).toEqual([20, 20, 20]);
			expect([ledger.accepted, ledger.completed, ledger.backlog.value]).toEqual([1, 0, 0]);
		}
	},
	{
		name: 'works on what it has accepted, in the order in which it came',
		check(start) {
			const run = start(
				{ ...unlimited, source: atOnce(4), consumer: steady(1, 2) },
				{ items: true }
			);
			run.advance(10e9);
			expect(run.items?.completed).toEqual([2e9, 4e9, 6e9, 8e9]);
		}
	}
];
