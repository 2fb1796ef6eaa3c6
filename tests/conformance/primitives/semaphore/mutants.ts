import type { Operation } from '../../../../src/core/kernel/operation';
import type { Simulation } from '../../../../src/core/kernel/simulation';
import type { WaitQueue } from '../../../../src/core/kernel/wait-queue';
import { PlainSemaphore } from '../../plain-semaphore';
import type { Mutant } from '../../rule';
import type { MakeSemaphore, Permits } from './rules';

/** The bugs that people write into semaphores. */
export const SEMAPHORE_MUTANTS: readonly Mutant<MakeSemaphore>[] = [
	mutant(
		'lets an attempt overtake those who wait',
		'S1 ',
		class extends PlainSemaphore {
			override tryAcquire(permits = 1): boolean {
				const isFree = this.fits(permits);
				if (isFree) this.held += permits;
				return isFree;
			}
		}
	),
	mutant(
		'serves whoever fits, and starves those who ask for many',
		'S2 one that asks for many',
		class extends PlainSemaphore {
			override serve(): void {
				for (const waiter of [...this.waiters]) {
					if (this.fits(waiter.item as number)) this.grant(waiter);
				}
			}

			override tryAcquire(permits = 1): boolean {
				const isFree = this.fits(permits);
				if (isFree) this.held += permits;
				return isFree;
			}
		}
	),
	mutant(
		'passes over the first that does not fit',
		'S2 those who wait',
		class extends PlainSemaphore {
			override serve(): void {
				for (const waiter of [...this.waiters]) {
					if (this.fits(waiter.item as number)) this.grant(waiter);
				}
			}
		}
	),
	mutant(
		'serves one at each release, however many fit',
		'tasks begin',
		class extends PlainSemaphore {
			override serve(): void {
				const { first } = this.waiters;
				if (first !== null && this.fits(first.item as number)) this.grant(first);
			}
		}
	),
	mutant(
		'puts one that asks for more than there are in front of the others',
		'S3 ',
		class extends PlainSemaphore {
			override queueOf(): WaitQueue {
				return this.waiters;
			}
		}
	),
	mutant(
		'forgets those behind one that gives up',
		'S4 when the first',
		class extends PlainSemaphore {
			override abandoned(): void {}
		}
	),
	mutant(
		'serves the second when one in the middle gives up',
		'S4 when one in the middle',
		class extends PlainSemaphore {
			override abandoned(): void {
				const [, second] = this.waiters;
				if (second !== undefined && this.fits(second.item as number)) this.grant(second);
			}
		}
	),
	mutant(
		'takes the permits before it looks whether the process was interrupted',
		'S5 ',
		class extends PlainSemaphore {
			override acquire(permits = 1): Operation<void> {
				const hasPermits = this.tryAcquire(permits);
				const operation = this.simulation.begin() as Operation<void>;
				if (hasPermits) return operation.ready(undefined);
				this.simulation.current.item = permits;
				return this.simulation.wait(this.queueOf(permits)) as Operation<void>;
			}
		}
	),
	mutant(
		'lets its count go below 0',
		'S7 ',
		class extends PlainSemaphore {
			override check(): void {}
		}
	),
	mutant(
		'gives a permit to one that was interrupted before',
		'S8 ',
		class extends PlainSemaphore {
			#gone = 0;

			override abandoned(): void {
				this.#gone++;
			}

			override serve(): void {
				if (this.#gone-- > 0) this.held++;
				super.serve();
			}
		}
	),
	mutant(
		'has a permit too many',
		'the steps of the test of Go',
		class extends PlainSemaphore {
			override fits(permits: number): boolean {
				return super.fits(permits - 1);
			}
		}
	),
	mutant(
		'loses a permit of each that gives up',
		'whoever is interrupted',
		class extends PlainSemaphore {
			override abandoned(): void {
				this.held++;
				super.abandoned();
			}
		}
	)
];

function mutant(
	bug: string,
	killedBy: string,
	Broken: new (simulation: Simulation, size: number) => Permits
): Mutant<MakeSemaphore> {
	return { bug, killedBy, make: (simulation, size) => new Broken(simulation, size) };
}
