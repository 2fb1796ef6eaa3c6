import fc from 'fast-check';
import { expect } from 'vitest';
import { describeWaits } from '../../../../src/core/kernel/parking/describe-waits';
import { TIMER_CLASS } from '../../../../src/core/kernel/timers';
import { permitTimes, type Task } from '../../../oracle/weighted-permits';
import type { Rule } from '../../rule';
import { deadline, type MakeSemaphore, SemaphoreLab } from './rules';

const SEED = 20_261_127;

/** Tasks in the order of their arrivals, on a coarse grid so that many things coincide. */
const tasks = fc
	.array(
		fc.record({
			gap: fc.integer({ min: 0, max: 3 }),
			permits: fc.integer({ min: 1, max: 4 }),
			hold: fc.integer({ min: 0, max: 9 })
		}),
		{ minLength: 1, maxLength: 30 }
	)
	.map((list): Task[] => {
		let arrival = 0;
		return list.map(({ gap, permits, hold }) => {
			arrival += gap;
			return { arrival, permits, hold };
		});
	});

/** What holds for any semaphore, whoever comes and goes. */
export const SEMAPHORE_LAWS: readonly Rule<MakeSemaphore>[] = [
	{
		name: 'tasks begin in the order in which they come, each as soon as it can, on 500 random runs',
		check(make) {
			fc.assert(
				fc.property(tasks, fc.integer({ min: 4, max: 8 }), (list, size) => {
					const lab = new SemaphoreLab(make, size);
					const { permits, simulation } = lab;
					const starts: number[] = [];
					simulation.onsettled = () => expect(permits.held).toBeLessThanOrEqual(size);
					for (const [n, task] of list.entries()) {
						lab.go(0, function* () {
							// Ends of tasks come before arrivals at one instant.
							yield* simulation.sleep(task.arrival, TIMER_CLASS.offer);
							yield* permits.acquire(task.permits);
							starts[n] = simulation.now;
							yield* simulation.sleep(task.hold);
							permits.release(task.permits);
						});
					}
					lab.run();
					expect(starts).toEqual(permitTimes(list, size));
					expect(permits.held).toBe(0);
				}),
				{ seed: SEED, numRuns: 500 }
			);
		}
	},
	{
		name: 'whoever is interrupted at whatever time, no permit is lost and none is given out twice',
		check(make) {
			const interrupts = fc.array(fc.record({ at: fc.nat(40), task: fc.nat(29) }), {
				maxLength: 20
			});
			fc.assert(
				fc.property(tasks, interrupts, (list, cuts) => {
					const lab = new SemaphoreLab(make, 4);
					const { permits, simulation } = lab;
					let held = 0;
					simulation.onsettled = () => expect(permits.held).toBe(held);
					const processes = list.map((task) =>
						lab.go(task.arrival, function* () {
							yield* permits.acquire(task.permits);
							held += task.permits;
							try {
								yield* simulation.sleep(task.hold);
							} finally {
								held -= task.permits;
								permits.release(task.permits);
							}
						})
					);
					for (const { at, task } of cuts) {
						const process = processes[task % list.length];
						if (process === undefined) continue;
						lab.do(at, () => simulation.interrupt(process, deadline()));
					}
					lab.run();
					expect([held, permits.held]).toEqual([0, 0]);
					expect(describeWaits(simulation)).toEqual([]);
				}),
				{ seed: SEED, numRuns: 500 }
			);
		}
	}
];
