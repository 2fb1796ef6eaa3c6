import { expect } from 'vitest';
import { Interruption } from '../../../../src/core/kernel/processes/interruption';
import type { Operation } from '../../../../src/core/kernel/processes/operation';
import type { Simulation } from '../../../../src/core/kernel/simulation';
import type { Rule } from '../../rule';
import { ProcessLab } from '../process-lab';

/** What a counting semaphore can do. */
export interface Permits {
	readonly held: number;
	acquire(permits?: number): Operation<void>;
	tryAcquire(permits?: number): boolean;
	release(permits?: number): void;
}

export type MakeSemaphore = (simulation: Simulation, size: number) => Permits;

/** A semaphore, and processes that acquire permits and give them back. */
export class SemaphoreLab extends ProcessLab {
	readonly permits: Permits;

	constructor(make: MakeSemaphore, size: number) {
		super();
		this.permits = make(this.simulation, size);
	}

	/** A process that acquires permits and keeps them, or gives them back after a while. */
	acquire(at: number, permits: number, name: string, hold = Infinity) {
		const lab = this;
		return this.go(at, function* () {
			yield* lab.permits.acquire(permits);
			lab.note(`${name} has ${permits}`);
			if (hold === Infinity) return;
			yield* lab.simulation.sleep(hold);
			lab.permits.release(permits);
		});
	}

	/** Does something at a time, from outside of all that acquire. */
	do(at: number, action: () => void) {
		return this.go(at, function* () {
			action();
		});
	}
}

/** Why somebody stops waiting. */
export const deadline = () => new Interruption('deadline');

export const SEMAPHORE_RULES: readonly Rule<MakeSemaphore>[] = [
	{
		name: 'S1 an attempt succeeds exactly if the permits are free and nobody waits',
		check(make) {
			const lab = new SemaphoreLab(make, 3);
			const { permits } = lab;
			expect([permits.tryAcquire(4), permits.tryAcquire(3), permits.tryAcquire()]).toEqual([
				false,
				true,
				false
			]);
			permits.release(2);
			lab.acquire(1, 3, 'the large one');
			lab.do(2, () => lab.note(permits.tryAcquire(1)));
			expect(lab.run().said).toEqual(['false']);
			expect(permits.held).toBe(1);
		}
	},
	{
		name: 'S2 those who wait are served from the front, up to the first that does not fit',
		check(make) {
			const lab = new SemaphoreLab(make, 4);
			const { permits } = lab;
			permits.tryAcquire(4);
			lab.acquire(1, 1, 'first');
			lab.acquire(2, 3, 'second');
			lab.acquire(3, 1, 'third');
			lab.do(5, () => permits.release(3));
			lab.do(6, () => permits.release(1));
			lab.do(7, () => permits.release(1));
			expect(lab.run().log).toEqual([
				[5, 'first has 1'],
				[6, 'second has 3'],
				[7, 'third has 1']
			]);
		}
	},
	{
		name: 'S2 one that asks for many is not overtaken for ever by those that ask for few',
		check(make) {
			const lab = new SemaphoreLab(make, 10);
			for (let n = 0; n < 100; n++) lab.acquire(n, 1, 'a reader', 5);
			lab.acquire(20, 10, 'the writer', 5);
			// Those that came before 20 are done at 24.
			expect(lab.run().log.find(([, what]) => what === 'the writer has 10')?.[0]).toBe(25);
		}
	},
	{
		name: 'S3 one that asks for more than there are waits until it is interrupted, and holds up nobody',
		check(make) {
			const lab = new SemaphoreLab(make, 2);
			const hopeless = lab.acquire(1, 3, 'the hopeless one');
			lab.acquire(2, 2, 'another');
			lab.do(3, () => lab.permits.release(2));
			lab.do(4, () => lab.note(lab.permits.tryAcquire(2)));
			lab.do(5, () => lab.simulation.interrupt(hopeless, deadline()));
			expect(lab.run().log).toEqual([
				[2, 'another has 2'],
				[4, 'true'],
				[5, 'deadline']
			]);
		}
	},
	{
		name: 'S4 when the first that waits is interrupted, those behind it are served if they fit',
		check(make) {
			const lab = new SemaphoreLab(make, 3);
			lab.permits.tryAcquire(1);
			const first = lab.acquire(1, 3, 'first');
			lab.acquire(2, 1, 'second');
			lab.acquire(3, 1, 'third');
			lab.acquire(4, 1, 'fourth');
			lab.do(5, () => lab.simulation.interrupt(first, deadline()));
			const { log } = lab.run();
			expect(log.toSorted()).toEqual([
				[5, 'deadline'],
				[5, 'second has 1'],
				[5, 'third has 1']
			]);
			expect(lab.permits.held).toBe(3);
		}
	},
	{
		name: 'S4 when one in the middle is interrupted, nobody overtakes the first',
		check(make) {
			const lab = new SemaphoreLab(make, 3);
			lab.permits.tryAcquire(1);
			lab.acquire(1, 3, 'first');
			const second = lab.acquire(2, 1, 'second');
			lab.acquire(3, 1, 'third');
			lab.do(5, () => lab.simulation.interrupt(second, deadline()));
			lab.do(6, () => lab.permits.release(1));
			lab.do(7, () => lab.permits.release(3));
			expect(lab.run().log).toEqual([
				[5, 'deadline'],
				[6, 'first has 3'],
				[7, 'third has 1']
			]);
		}
	},
	{
		name: 'S5 one that was interrupted before it asks fails, even if permits are free',
		check(make) {
			const lab = new SemaphoreLab(make, 1);
			const early = lab.go(1, function* () {
				lab.simulation.interrupt(early, deadline());
				yield* lab.permits.acquire();
				lab.note('never');
			});
			expect(lab.run().said).toEqual(['deadline']);
			expect(lab.permits.held).toBe(0);
		}
	},
	{
		name: 'S6 permits that come together with an interrupt are not lost',
		check(make) {
			const lab = new SemaphoreLab(make, 1);
			const { permits, simulation } = lab;
			permits.tryAcquire();
			const first = lab.go(1, function* () {
				yield* permits.acquire();
				try {
					yield* simulation.sleep(100);
				} finally {
					permits.release();
				}
			});
			lab.acquire(2, 1, 'second');
			lab.do(5, () => {
				permits.release();
				simulation.interrupt(first, deadline());
			});
			expect(lab.run().log).toEqual([
				[5, 'deadline'],
				[5, 'second has 1']
			]);
			expect(permits.held).toBe(1);
		}
	},
	{
		name: 'S7 nobody gives back more than is held',
		check(make) {
			const { permits } = new SemaphoreLab(make, 3);
			expect(() => permits.release()).toThrow('1 permits were released, 0 are held');
			permits.tryAcquire(2);
			expect(() => permits.release(3)).toThrow('3 permits were released, 2 are held');
			expect(permits.held).toBe(2);
		}
	},
	{
		name: 'S8 an interrupt that comes before the release wins, and the permit stays free',
		check(make) {
			// go.dev/issue/63615
			const lab = new SemaphoreLab(make, 1);
			const { permits, simulation } = lab;
			permits.tryAcquire();
			const waiting = lab.acquire(1, 1, 'the interrupted one');
			lab.do(5, () => {
				simulation.interrupt(waiting, deadline());
				permits.release();
			});
			expect(lab.run().said).toEqual(['deadline']);
			expect(permits.held).toBe(0);
			expect(permits.tryAcquire()).toBe(true);
		}
	},
	{
		name: 'the steps of the test of Go give the answers that Go gives',
		check(make) {
			const lab = new SemaphoreLab(make, 2);
			const { permits } = lab;
			lab.go(0, function* () {
				yield* permits.acquire(1);
				const answers = [permits.tryAcquire(1), permits.tryAcquire(1)];
				permits.release(2);
				answers.push(permits.tryAcquire(1));
				yield* permits.acquire(1);
				answers.push(permits.tryAcquire(1));
				lab.note(answers);
			});
			expect(lab.run().said).toEqual(['true,false,true,false']);
		}
	}
];
