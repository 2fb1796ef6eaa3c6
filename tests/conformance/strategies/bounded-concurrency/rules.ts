import fc from 'fast-check';
import { expect } from 'vitest';
import type { Run } from '../../../../src/core/run/run';
import { boundedTimes } from '../../../oracle/bounded';
import type { Rule } from '../../rule';
import { atOnce, bounded, gauge, type Start, steady, timesOfSignal } from '../lab';

const SEED = 20_261_132;
const MILLISECOND = 1e6;

const held = (run: Run) => gauge(run, 'now.permitsHeld');

/** The bodies of the tasks under way, in the order of their start. */
function tasks({ world }: Run) {
	const role = world.shape.roles.findIndex(({ id }) => id === 'task');
	const processes = [...world.simulation.processes].filter((process) => process.role === role);
	return processes.map(({ body }) => body);
}

/** Arrivals and service times on a coarse grid of milliseconds, so that many things coincide. */
const work = fc.record({
	gaps: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 40, size: 'max' }),
	services: fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 40, maxLength: 40 }),
	permits: fc.integer({ min: 1, max: 8 }),
	workers: fc.integer({ min: 1, max: 8 }),
	changes: fc.array(
		fc.record({
			at: fc.integer({ min: 0, max: 150 }),
			what: fc.constantFrom('permits' as const, 'workers' as const),
			to: fc.integer({ min: 1, max: 8 })
		}),
		{ maxLength: 6 }
	)
});

/** The rules of tasks that need a permit each. */
export const BOUNDED_RULES: readonly Rule<Start>[] = [
	{
		name: 'never lets more tasks begin than there are permits',
		check(start) {
			const run = start({
				...bounded,
				source: { process: 'poisson', rate: 600 },
				semaphore: { permits: 7 }
			});
			let most = 0;
			run.watcher = {
				nextStop: Infinity,
				settled: () => {
					most = Math.max(most, held(run));
				},
				reached() {},
				completed() {},
				changed() {}
			};
			run.advance(10e9);
			expect(most).toBe(7);
		}
	},
	{
		name: 'gives every permit back when all is done',
		check(start) {
			const run = start({ ...bounded, source: { process: 'poisson', rate: 300, limit: 1000 } });
			run.advance(60e9);
			expect(run.world.ledger.completed).toBe(1000);
			expect([held(run), gauge(run, 'now.permitsLeaked')]).toEqual([0, 0]);
		}
	},
	{
		name: 'gives the permit back when the task fails in its service',
		check(start) {
			const run = start({ ...bounded, source: atOnce(3), consumer: steady(3, 10) });
			run.advance(1e9);
			expect(held(run)).toBe(3);
			const [task] = tasks(run);
			expect(() => task?.throw?.(new Error('the work failed'))).toThrow('the work failed');
			expect(held(run)).toBe(2);
		}
	},
	{
		name: 'gives the permit back when the task fails or is stopped before it has a worker',
		check(start) {
			const run = start({ ...bounded, source: atOnce(3), consumer: steady(1, 10) });
			run.advance(1e9);
			const [, second, third] = tasks(run);
			expect(() => second?.throw?.(new Error('no worker came'))).toThrow('no worker came');
			expect(held(run)).toBe(2);
			third?.return?.();
			expect(held(run)).toBe(1);
		}
	},
	{
		name: 'lets each permit that comes back travel upstream',
		check(start) {
			const scenario = { ...bounded, source: atOnce(3), consumer: steady(1, 2) };
			const run = start(scenario, { pictures: true });
			run.advance(60e9);
			expect(timesOfSignal(run, 'release')).toEqual([2, 4, 6]);
		}
	},
	{
		name: 'polls no more while a record waits for its permit: the rest is in the topic',
		check(start) {
			const run = start({
				...bounded,
				source: atOnce(100),
				consumer: steady(4, 10),
				semaphore: { permits: 2 },
				poll: { maxRecords: 5 }
			});
			run.advance(1e9);
			const [topic, polled, waiting] = run.mechanism.stores.map(({ length }) => length);
			expect([run.world.consumer.inService, waiting]).toEqual([2, 0]);
			expect(polled).toBeGreaterThan(0);
			expect(polled).toBeLessThanOrEqual(5);
			expect(topic).toBe(98 - (polled ?? 0));
		}
	},
	{
		name: 'commits a record when its work is done, and all before it: till then it is in the lag',
		check(start) {
			const run = start({
				...bounded,
				source: atOnce(3),
				consumer: { workers: 3, distribution: 'trace', times: [4, 1, 2] }
			});
			const lags = [0, 1, 2, 3.9, 4].map((second) => {
				run.advance(second * 1e9);
				return run.mechanism.lag?.value;
			});
			expect(lags).toEqual([3, 3, 3, 3, 0]);
		}
	},
	{
		name: 'lets held permits finish when there are to be fewer, and gives those out no more',
		check(start) {
			const run = start(
				{
					...bounded,
					source: atOnce(40),
					consumer: { workers: 10, distribution: 'trace', times: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
					semaphore: { permits: 10 },
					changes: [{ at: 0.5, set: 'semaphore.permits', to: 4 }]
				},
				{ items: true }
			);
			const heldAt = [0.4, 0.6, 1, 2, 5, 5.5].map((second) => {
				run.advance(second * 1e9);
				return [held(run), run.world.ledger.completed];
			});
			expect(heldAt).toEqual([
				[10, 0],
				[10, 0],
				[9, 1],
				[8, 2],
				[5, 5],
				[5, 5]
			]);
			run.advance(6e9);
			expect([held(run), run.world.ledger.completed]).toEqual([4, 6]);
			run.advance(7e9);
			// The seventh is done and, for the first time, another one begins.
			expect(held(run)).toBe(4);
			expect(run.items?.started[10]).toBe(7e9);
		}
	},
	{
		name: 'lets more begin at once when there are to be more permits',
		check(start) {
			const run = start({
				...bounded,
				source: atOnce(40),
				consumer: steady(20, 10),
				semaphore: { permits: 3 },
				changes: [{ at: 0.5, set: 'semaphore.permits', to: 8 }]
			});
			run.advance(0.5e9);
			expect([held(run), run.world.consumer.inService]).toEqual([8, 8]);
		}
	},
	{
		name: 'starts and ends each task as a count by hand says while permits and workers change, on 300 random runs',
		check(start) {
			const property = fc.property(work, ({ gaps, services, permits, workers, changes }) => {
				let time = 0;
				const arrivals = gaps.map((span) => (time += span));
				const inOrder = changes.toSorted((one, other) => one.at - other.at);
				const expected = boundedTimes({
					arrivals,
					services,
					permits,
					workers,
					changes: inOrder,
					end: 400
				});
				const seconds = (milliseconds: number) => milliseconds / 1000;
				const run = start(
					{
						...bounded,
						duration: 0.4,
						source: { process: 'trace', times: arrivals.map(seconds) },
						consumer: { workers, distribution: 'trace', times: services.map(seconds) },
						semaphore: { permits },
						changes: inOrder.map(({ at, what, to }) => ({
							at: seconds(at),
							set: what === 'permits' ? 'semaphore.permits' : 'consumer.workers',
							to
						}))
					},
					{ items: true }
				);
				run.advance(0.4e9);
				const scaled = (times: readonly (number | null)[]) =>
					times.map((at) => (at === null ? null : at * MILLISECOND));
				expect(run.items?.started).toEqual(scaled(expected.started));
				expect(run.items?.completed).toEqual(scaled(expected.completed));
				expect(held(run)).toBe(expected.held);
			});
			fc.assert(property, { seed: SEED, numRuns: 300 });
		}
	},
	{
		name: 'Little: rate × latency and the mean in flight differ by the time of those in flight, and by nothing in the end',
		check(start) {
			const run = start({
				...bounded,
				source: { process: 'poisson', rate: 400, limit: 4000 },
				semaphore: { permits: 5 }
			});
			for (let second = 1; second <= 60; second++) {
				run.advance(second * 1e9);
				const difference = gauge(run, 'now.heldMean') - gauge(run, 'now.heldByLittle');
				// Each task in flight has held its permit since 0 at most.
				expect(difference).toBeGreaterThanOrEqual(0);
				expect(difference).toBeLessThanOrEqual(held(run));
			}
			expect(held(run)).toBe(0);
			expect(gauge(run, 'now.heldMean')).toBe(gauge(run, 'now.heldByLittle'));
		}
	},
	{
		name: 'Little: permits ÷ latency is the rate when all permits are held all the time',
		check(start) {
			const run = start({
				...bounded,
				source: atOnce(5000),
				consumer: steady(20, 0.05),
				semaphore: { permits: 20 }
			});
			run.advance(10e9);
			expect(gauge(run, 'now.permitRate')).toBeCloseTo(400, 9);
			expect(run.world.ledger.completed).toBe(4000);
		}
	}
];
