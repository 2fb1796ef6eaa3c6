import { WaitQueue } from '../kernel/processes/wait-queue';
import type { Simulation } from '../kernel/simulation';
import type { Case } from './select';

/**
 * The case of a select that waits until something is so, and takes nothing. All who wait for it go on
 * when it is announced, as those who receive from a channel do in Go when it is closed.
 */
export class Condition implements Case<void> {
	readonly queue: WaitQueue;
	readonly item = undefined;
	readonly #simulation: Simulation;
	readonly #holds: () => boolean;

	/**
	 * @param name what is waited for
	 * @param holds whether it is so; whoever may have made it so announces it
	 */
	constructor(simulation: Simulation, name: string, holds: () => boolean) {
		this.#simulation = simulation;
		this.queue = new WaitQueue(name);
		this.#holds = holds;
	}

	get isReady(): boolean {
		return this.#holds();
	}

	act(): void {}

	/** Lets all go on who wait for it, if it is so. */
	announce(): void {
		if (!this.isReady) return;
		for (let waiter = this.queue.shift(); waiter !== null; waiter = this.queue.shift()) {
			this.#simulation.wake(waiter, undefined);
		}
	}
}
