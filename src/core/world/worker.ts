import { Interruption } from '../kernel/processes/interruption';
import type { Operation } from '../kernel/processes/operation';
import type { RunningProcess } from '../kernel/processes/running-process';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { TIMER_CLASS, type TimerOwner } from '../kernel/timers';
import type { Message } from '../ledger/message';
import type { Consumer } from './consumer';

/** One place at the consumer, and the process that works there. */
export class Worker implements TimerOwner {
	/** Its place, from 0. */
	readonly number: number;
	/** The message it works on; -1 while it is idle. */
	message: Message = -1;
	startedAt: Nanoseconds = 0;
	endsAt: Nanoseconds = 0;
	/** The process that works here; null where tasks hire the worker. */
	process: RunningProcess | null = null;
	/** Whether it is employed. */
	isThere = false;
	/** Whether it belongs to a task. */
	isHired = false;

	readonly #simulation: Simulation;
	readonly #consumer: Consumer;
	readonly #timer: number;
	/** Who waits for the end of the service. */
	#client: RunningProcess | null = null;

	constructor(simulation: Simulation, consumer: Consumer, number: number) {
		this.#simulation = simulation;
		this.#consumer = consumer;
		this.number = number;
		this.#timer = simulation.timers.register(this);
	}

	/** False once it has been sent home; a busy worker finishes before. */
	get isNeeded(): boolean {
		return this.isThere;
	}

	get isBusy(): boolean {
		return this.message >= 0;
	}

	/** Works on a message for as long as the message takes. */
	serve(message: Message): Operation<void> {
		const operation = this.#simulation.begin() as Operation<void>;
		const { now, timers } = this.#simulation;
		this.message = message;
		this.startedAt = now;
		this.endsAt = now + this.#consumer.started(message, this);
		timers.set(this.#timer, this.endsAt, TIMER_CLASS.completion);
		this.#client = this.#simulation.current;
		this.#client.waitsFor = 'its service';
		return operation.park();
	}

	/** The message is done. */
	fire(): void {
		const message = this.message;
		this.message = -1;
		this.#consumer.finished(message, this);
		// A worker that serves has a client: whoever called `serve`.
		this.#simulation.wake(this.#client as RunningProcess, undefined);
		if (this.isHired) this.#consumer.freed(this);
	}

	/** Stops at once. The message it worked on is for the caller to account for. */
	stop(): void {
		if (this.process === null) return;
		const error = new Interruption('the worker is sent home');
		// During a service it is this worker, and not the kernel, that knows what the process waits for.
		if (this.isBusy) {
			this.#simulation.timers.cancel(this.#timer);
			this.#simulation.fail(this.process, error);
		} else this.#simulation.interrupt(this.process, error);
		this.message = -1;
		this.process = null;
	}
}
