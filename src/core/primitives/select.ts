import { type StreamKey, uniform } from '../chance/draw';
import type { Operation } from '../kernel/processes/operation';
import type { RunningProcess } from '../kernel/processes/running-process';
import type { WaitQueue } from '../kernel/processes/wait-queue';
import { Waiter } from '../kernel/processes/waiter';
import type { Simulation } from '../kernel/simulation';

/** One of the things among which a process selects. */
export interface Case<T> {
	/** Whether it can be done at once. */
	readonly isReady: boolean;
	/** Where to wait until it can be done, and what a sender holds there. */
	readonly queue: WaitQueue;
	readonly item: unknown;
	/** Does it; only called when it is ready. */
	act(): T;
}

/** A case, or null for one that is never ready, as a nil channel is in Go. */
export type Cases = readonly (Case<unknown> | null)[];

/** Which case was done, counted from 0, and what it gave. */
export interface Choice<T> {
	readonly index: number;
	readonly value: T;
}

type ValueOf<C extends Cases> = C[number] extends infer One
	? One extends Case<infer T>
		? T
		: never
	: never;

interface NumberedCase {
	readonly one: Case<unknown>;
	readonly index: number;
}

/** Somebody who is told of each choice: which case it was, and how many were ready. */
export type ChoiceLog = (index: number, ready: number) => void;

/**
 * Go's `select`: does one of several cases, whichever is ready, and waits until one is. Of several
 * that are ready, chance takes one, each as likely as the others, so that a busy channel cannot
 * starve a quiet one. Chance orders the cases anew each time, by numbers that only this `Select`
 * draws: what others do, and how often, changes nothing. The first that is ready is done; if none
 * is, all wait in this order.
 *
 * @see The Go Programming Language Specification, "Select statements".
 */
export class Select {
	readonly #simulation: Simulation;
	readonly #key: StreamKey;
	readonly #number: number;
	readonly #log: ChoiceLog | null;
	#draws = 0;

	/**
	 * @param key of the stream of choices, `STREAM.choice`
	 * @param number integer ≥ 0 that tells this `Select` from the others of its simulation
	 */
	constructor(
		simulation: Simulation,
		key: StreamKey,
		number: number,
		log: ChoiceLog | null = null
	) {
		this.#simulation = simulation;
		this.#key = key;
		this.#number = number;
		this.#log = log;
	}

	/** Does one of the cases; waits while none is ready, for ever if there is none. */
	one<C extends Cases>(...cases: C): Operation<Choice<ValueOf<C>>> {
		const operation = this.#simulation.begin() as Operation<Choice<ValueOf<C>>>;
		const order = this.#orderOf(cases);
		const choice = this.#choose(order) as Choice<ValueOf<C>> | null;
		if (choice !== null) return operation.ready(choice);
		this.#wait(this.#simulation.current, order);
		return operation.park();
	}

	/** Does one of the cases if one is ready at this instant; null is Go's `default`. */
	tryOne<C extends Cases>(...cases: C): Choice<ValueOf<C>> | null {
		return this.#choose(this.#orderOf(cases)) as Choice<ValueOf<C>> | null;
	}

	#orderOf(cases: Cases): readonly NumberedCase[] {
		return cases
			.flatMap((one, index) => {
				if (one === null) return [];
				return [{ one, index, draw: uniform(this.#key, this.#draws++, this.#number) }];
			})
			.sort((one, other) => one.draw - other.draw);
	}

	#choose(order: readonly NumberedCase[]): Choice<unknown> | null {
		const ready = order.filter(({ one }) => one.isReady);
		const [first] = ready;
		if (first === undefined) return null;
		this.#log?.(first.index, ready.length);
		return { index: first.index, value: first.one.act() };
	}

	/** Parks a process in the queues of all cases. Whoever serves it in one ends its other waits. */
	#wait(process: RunningProcess, order: readonly NumberedCase[]): void {
		process.cases = order.map(({ one, index }) => {
			const waiter = new WaitingCase(process, index, one.item);
			one.queue.push(waiter);
			return waiter;
		});
		process.hasOtherEnd = true;
		process.waitsFor =
			process.cases.map(({ waitsFor }) => waitsFor).join(' or ') || 'nothing at all';
	}
}

/** A case of a select in the queue in which it waits. */
class WaitingCase extends Waiter {
	readonly process: RunningProcess;
	readonly #index: number;

	constructor(process: RunningProcess, index: number, item: unknown) {
		super();
		this.process = process;
		this.#index = index;
		this.item = item;
	}

	answer(value: unknown): Choice<unknown> {
		return { index: this.#index, value };
	}
}
