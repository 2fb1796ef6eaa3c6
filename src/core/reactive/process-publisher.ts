import { Interruption } from '../kernel/processes/interruption';
import type { RunningProcess } from '../kernel/processes/running-process';
import type { Simulation } from '../kernel/simulation';
import { Condition } from '../primitives/condition';
import { Outlet } from './outlet';
import type { Publisher, Subscriber } from './reactive-streams';

/**
 * A subscription whose publisher is a process, which waits here for demand. When it is over, the
 * process is interrupted at its next wait.
 */
export class ProcessOutlet<T> extends Outlet<T> {
	/** The case of a select that waits until something may be delivered. */
	readonly demanded: Condition;
	/** Who delivers; null before the start. */
	process: RunningProcess | null = null;
	readonly #simulation: Simulation;

	constructor(simulation: Simulation, subscriber: Subscriber<T>) {
		super(subscriber);
		this.#simulation = simulation;
		this.demanded = new Condition(simulation, 'demand', () => this.demand > 0);
	}

	protected override stirred(): void {
		if (!this.isOver) this.demanded.announce();
		else if (this.process !== null) {
			this.#simulation.interrupt(this.process, new Interruption('the subscription is over'));
		}
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
		if (!isFirst) outlet.fail(new Error('there is a subscriber already'));
		else if (!outlet.isOver) outlet.process = this.#start(outlet);
	}
}
