import type { Operation } from '../../src/core/kernel/operation';
import type { Simulation } from '../../src/core/kernel/simulation';
import { WaitQueue } from '../../src/core/kernel/wait-queue';
import type { Waiter } from '../../src/core/kernel/waiter';
import type { Permits } from './primitives/semaphore/rules';

/** A semaphore as plain as can be, for the mutants to be wrong in one place. */
export class PlainSemaphore implements Permits {
	held = 0;
	readonly simulation: Simulation;
	readonly size: number;
	readonly waiters = new WaitQueue('acquire', () => this.abandoned());
	readonly hopeless = new WaitQueue('acquire too many');

	constructor(simulation: Simulation, size: number) {
		this.simulation = simulation;
		this.size = size;
	}

	acquire(permits = 1): Operation<void> {
		const operation = this.simulation.begin() as Operation<void>;
		if (this.tryAcquire(permits)) return operation.ready(undefined);
		this.simulation.current.item = permits;
		return this.simulation.wait(this.queueOf(permits)) as Operation<void>;
	}

	queueOf(permits: number): WaitQueue {
		return permits > this.size ? this.hopeless : this.waiters;
	}

	tryAcquire(permits = 1): boolean {
		if (this.waiters.length > 0 || !this.fits(permits)) return false;
		this.held += permits;
		return true;
	}

	release(permits = 1): void {
		this.check(permits);
		this.held -= permits;
		this.serve();
	}

	check(permits: number): void {
		if (permits > this.held) {
			throw new Error(`${permits} permits were released, ${this.held} are held`);
		}
	}

	serve(): void {
		for (let { first } = this.waiters; first !== null; { first } = this.waiters) {
			if (!this.fits(first.item as number)) return;
			this.grant(first);
		}
	}

	grant(waiter: Waiter): void {
		this.waiters.remove(waiter);
		this.held += waiter.item as number;
		this.simulation.wake(waiter, undefined);
	}

	abandoned(): void {
		this.serve();
	}

	fits(permits: number): boolean {
		return this.held + permits <= this.size;
	}
}
