import { expect } from 'vitest';
import type { Rule } from '../rule';
import { atOnce, type Start, steady } from './lab';

/** What holds in each strategy whose workers take one message after the other. */
export function workerRules(scenario: object): readonly Rule<Start>[] {
	const busy = { duration: 60, source: atOnce(20), ...scenario };
	return [
		{
			name: 'lets workers finish when there are to be fewer, and then go',
			check(start) {
				const run = start({
					...busy,
					consumer: steady(4, 1),
					changes: [{ at: 0.5, set: 'consumer.workers', to: 1 }]
				});
				const seen = [0.5, 1, 2, 5].map((second) => {
					run.advance(second * 1e9);
					return [run.world.consumer.inService, run.world.ledger.completed];
				});
				expect(seen).toEqual([
					[4, 0],
					[1, 4],
					[1, 5],
					[1, 8]
				]);
			}
		},
		{
			name: 'puts more workers to work at once',
			check(start) {
				const run = start({
					...busy,
					consumer: steady(1, 10),
					changes: [{ at: 0.5, set: 'consumer.workers', to: 5 }]
				});
				run.advance(0.5e9);
				expect(run.world.consumer.inService).toBe(5);
			}
		}
	];
}
