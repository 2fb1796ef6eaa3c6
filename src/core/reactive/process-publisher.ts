import { Interruption } from '../kernel/interruption';
import type { Operation } from '../kernel/operation';
import type { RunningProcess } from '../kernel/running-process';
import type { Simulation } from '../kernel/simulation';
import { WaitQueue } from '../kernel/wait-queue';
import { Outlet } from './outlet';
import type { Publisher, Subscriber } from './reactive-streams';

/**
 * A subscription whose publisher is a process, which waits here for demand. When it is over, the
 * process is interrupted where it waits.
 */
export class ProcessOutlet<T> extends Outlet<T> {
	/** Who delivers; null before the start. */
	process: RunningProcess | null = null;
	readonly #simulation: Simulation;
	readonly #waiting = new WaitQueue('demand');

	constructor(simulation: Simulation, subscriber: Subscriber<T>) {
		super(subscriber);
		this.#simulation = simulation;
	}

	/** Waits until something may be delivered, and gives true; false if it is all over. */
	demanded(): Operation<boolean> {
		if (this.demand === 0 && !this.isOver) {
			return this.#simulation.wait(this.#waiting) as Operation<boolean>;
		}
		return (this.#simulation.begin() as Operation<boolean>).ready(!this.isOver);
	}

	protected override stirred(): void {
		if (this.isOver) {
			if (this.process !== null && this.process.queue !== null) {
				this.#simulation.interrupt(this.process, new Interruption('the subscription is over'));
			}
			return;
		}
		const process = this.#waiting.shift();
		if (process !== null) this.#simulation.wake(process, true);
	}
}

/**
 * A publisher with one subscriber for life (rule 1.11), served by a process. Since `request` does no
 * more than wake that process, it returns at once (rule 3.4).
 */
export class ProcessPublisher<T> implements Publisher<T> {
	readonly #simulation: Simulation;
	readonly #start: (outlet: ProcessOutlet<T>) => RunningProcess;
	#outlet: ProcessOutlet<T> | null = null;

	/** @param start starts the process that delivers. */
	constructor(simulation: Simulation, start: (outlet: ProcessOutlet<T>) => RunningProcess) {
		this.#simulation = simulation;
		this.#start = start;
	}

	/** Requested and not yet delivered. */
	get demand(): number {
		return this.#outlet?.demand ?? 0;
	}

	/**
	 * Whoever comes second is told so by `onError`, after `onSubscribe` (rule 1.9).
	 * @throws {TypeError} if there is no subscriber.
	 */
	subscribe(subscriber: Subscriber<T>): void {
		if (subscriber === null || subscriber === undefined) {
			throw new TypeError('rule 1.9: no subscriber');
		}
		const outlet = new ProcessOutlet(this.#simulation, subscriber);
		const isFirst = this.#outlet === null;
		if (isFirst) this.#outlet = outlet;
		outlet.open();
		if (isFirst) outlet.process = this.#start(outlet);
		else outlet.fail(new Error('there is a subscriber already'));
	}
}
