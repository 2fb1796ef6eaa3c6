import { expect } from 'vitest';
import type { ReactiveStreams } from '../../../../src/core/strategies/reactive-streams/reactive-streams';
import type { Rule } from '../../rule';
import { atOnce, gauge, type Start, steady, timesOfSignal } from '../lab';
import { workerRules } from '../worker-rules';

const stream = { strategy: 'reactive-streams', duration: 60 };

/** Six messages at once and no more, a second each, over a link of a quarter of a second. */
const six = {
	...stream,
	source: atOnce(6),
	consumer: steady(1, 1),
	demand: { window: 2, batch: 2, delay: 0.25 }
};

/** The rules of the publisher of the strategy and of the link; those of its subscriber stand elsewhere. */
export const REACTIVE_RULES: readonly Rule<Start>[] = [
	...workerRules({ ...stream, demand: { window: 20 } }),
	{
		name: '1.1 holds back what nobody asked for: it waits in the buffer, and then at the source',
		check(start) {
			const run = start({ ...six, source: atOnce(20), buffer: { capacity: 3 } });
			run.advance(0.9e9);
			const { buffer } = run.mechanism as ReactiveStreams;
			expect([gauge(run, 'now.delivered'), buffer.length]).toEqual([2, 3]);
			expect([run.world.ledger.hand, run.world.source.waiting]).toEqual([1, 14]);
		}
	},
	{
		name: '1.5 tells the end behind the last message, without being asked',
		check(start) {
			const run = start(six);
			const subscriber = run.mechanism as ReactiveStreams;
			// The window is asked for at 0; the first batch is done at 2.5 s and asked for at 2.75 s.
			const seen = [5.49, 5.5, 7.5].map((second) => {
				run.advance(second * 1e9);
				return [
					gauge(run, 'now.delivered'),
					run.world.ledger.completed,
					subscriber.subscription === null
				];
			});
			expect(seen).toEqual([
				[4, 4, false],
				[6, 4, true],
				[6, 6, true]
			]);
		}
	},
	{
		name: '1.5 tells the end of an empty buffer to a subscriber that asks for nothing more',
		check(start) {
			const run = start({ ...six, source: atOnce(2), mistakes: ['forgets-request'] });
			run.advance(60e9);
			expect((run.mechanism as ReactiveStreams).subscription).toBe(null);
			const names = Array.from(run.world.simulation.processes, ({ name }) => name);
			expect(names).toEqual(['worker 1']);
		}
	},
	{
		name: 'asks for a batch of ten, or for each window where that is smaller, if nothing else is said',
		check(start) {
			const batchOf = (window: number) =>
				gauge(start({ ...stream, demand: { window } }), 'now.batch');
			expect([1, 4, 10, 40].map(batchOf)).toEqual([1, 4, 10, 10]);
		}
	},
	{
		name: 'lets each request travel upstream, and each time that the buffer is full',
		check(start) {
			const scenario = { ...six, source: atOnce(9), buffer: { capacity: 3 } };
			const run = start(scenario, { pictures: true });
			run.advance(60e9);
			expect(timesOfSignal(run, 'request')).toEqual([0, 2.5, 5, 7.5, 10]);
			// Before demand comes, a fourth does not fit; each batch makes room for two.
			expect(timesOfSignal(run, 'full')).toEqual([0, 0.25, 2.75]);
		}
	},
	{
		name: 'tells the producer each time that it is refused',
		check(start) {
			const buffer = { capacity: 0, whenFull: 'fail' };
			const source = { process: 'trace', times: [1, 1, 1, 1, 2] };
			const run = start({ ...six, source, buffer }, { pictures: true });
			run.advance(60e9);
			// A window of two takes the first two.
			expect(timesOfSignal(run, 'refused')).toEqual([1, 1, 2]);
			expect(run.world.ledger.refused).toBe(3);
		}
	},
	{
		name: 'lets in at once what fits into a larger buffer',
		check(start) {
			const changes = [{ at: 0.2, set: 'buffer.capacity', to: 3 }];
			const run = start({ ...six, buffer: { capacity: 1 }, changes }, { items: true });
			run.advance(0.2e9);
			expect(run.items?.accepted).toEqual([0, 0.2e9, 0.2e9, null, null, null]);
		}
	},
	{
		name: 'counts how long messages waited for a request that was on its way',
		check(start) {
			const run = start(six);
			run.advance(1e9);
			// From 0 to 0.25 s until the first request is there, and then again from there on.
			expect(gauge(run, 'now.linkIdle')).toBe(1);
			run.advance(60e9);
			expect(gauge(run, 'now.linkIdle') * 60).toBeCloseTo(5.25, 9);
		}
	}
];
