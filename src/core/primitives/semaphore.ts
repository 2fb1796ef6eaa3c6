import type { Operation } from '../kernel/processes/operation';
import { WaitQueue } from '../kernel/processes/wait-queue';
import type { Waiter } from '../kernel/processes/waiter';
import type { Simulation } from '../kernel/simulation';

/** A broken rule of the semaphore itself, or a release of what nobody holds. */
class SemaphoreError extends Error {
	override readonly name = 'SemaphoreError';
}

/**
 * A counting semaphore with weighted acquisition. Waiters are served strictly in the order in which
 * they came, and nobody who comes later is served first, even if there are permits enough for one
 * who asks for less. Under load that costs some use of the permits; the other policy would let one
 * who asks for many wait for ever.
 *
 * @see golang.org/x/sync/semaphore, `Weighted`.
 */
export class Semaphore {
	readonly #simulation: Simulation;
	readonly #waiters: WaitQueue;
	/** Those who ask for more permits than there are. They wait aside and hold up nobody. */
	readonly #hopeless: WaitQueue;
	#size: number;
	#held = 0;

	/** @throws {RangeError} if `size` is not a whole number ≥ 1. */
	constructor(simulation: Simulation, name: string, size: number) {
		this.#simulation = simulation;
		this.#waiters = new WaitQueue(`acquire ${name}`, () => this.#serve());
		this.#hopeless = new WaitQueue(`acquire more ${name} than there are`);
		this.#size = checkedCount('size', size);
	}

	/** Permits in all. */
	get size(): number {
		return this.#size;
	}

	/** Permits that are given out. Above the size only after it was made smaller. */
	get held(): number {
		return this.#held;
	}

	/** Processes that wait for permits. */
	get waiting(): number {
		return this.#waiters.length + this.#hopeless.length;
	}

	/**
	 * Takes permits; waits until they are there and everybody who came before is served.
	 * @throws {RangeError} if `permits` is not a whole number ≥ 1.
	 */
	acquire(permits = 1): Operation<void> {
		const operation = this.#simulation.begin() as Operation<void>;
		if (this.tryAcquire(permits)) return operation.ready(undefined);
		this.#simulation.current.item = permits;
		const queue = permits > this.#size ? this.#hopeless : this.#waiters;
		return this.#simulation.wait(queue) as Operation<void>;
	}

	/**
	 * Takes permits if that is possible at once, and says whether it was.
	 * @throws {RangeError} if `permits` is not a whole number ≥ 1.
	 */
	tryAcquire(permits = 1): boolean {
		if (this.#waiters.length > 0 || !this.#hasFree(checkedCount('permits', permits))) return false;
		this.#held += permits;
		return true;
	}

	/**
	 * Gives permits back and serves those who wait.
	 * @throws {SemaphoreError} if more are given back than are held.
	 */
	release(permits = 1): void {
		if (checkedCount('permits', permits) > this.#held) {
			throw new SemaphoreError(`${permits} permits were released, ${this.#held} are held`);
		}
		this.#held -= permits;
		this.#serve();
	}

	/**
	 * Changes how many permits there are. Nobody loses any: those above a smaller size are not given
	 * out again when they come back.
	 * @throws {RangeError} if `size` is not a whole number ≥ 1.
	 */
	resize(size: number): void {
		this.#size = checkedCount('size', size);
		for (const waiter of [...this.#hopeless]) {
			if (wanted(waiter) > size) continue;
			this.#hopeless.remove(waiter);
			this.#waiters.push(waiter);
		}
		this.#serve();
	}

	/**
	 * Checks what must hold whenever nothing can happen at once.
	 * @throws {SemaphoreError} if the first who waits could be served.
	 */
	check(): void {
		const { first } = this.#waiters;
		if (first !== null && this.#hasFree(wanted(first))) {
			throw new SemaphoreError('a process waits beside the permits it asks for');
		}
	}

	#hasFree(permits: number): boolean {
		return this.#size - this.#held >= permits;
	}

	/** Serves from the front and stops at the first who does not get what it asks for. */
	#serve(): void {
		for (;;) {
			const { first } = this.#waiters;
			if (first === null || !this.#hasFree(wanted(first))) return;
			this.#waiters.remove(first);
			this.#held += wanted(first);
			this.#simulation.wake(first, undefined);
		}
	}
}

/** How many permits somebody who waits asks for. */
function wanted(waiter: Waiter): number {
	return waiter.item as number;
}

function checkedCount(name: string, count: number): number {
	if (Number.isInteger(count) && count >= 1) return count;
	throw new RangeError(`${name} must be a whole number ≥ 1, got ${count}`);
}
