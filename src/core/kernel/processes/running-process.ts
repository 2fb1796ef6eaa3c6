import type { ParkedRow } from '../parking/parking';
import type { Simulation } from '../simulation';
import type { Nanoseconds } from '../time';
import type { TimerOwner } from '../timers';
import type { Interruption } from './interruption';
import { Operation, type Process } from './operation';
import { Waiter } from './waiter';

const NOTHING: Process = { next: () => ({ done: true, value: undefined }) };

/** What the kernel knows about a process that it runs. */
export class RunningProcess extends Waiter implements TimerOwner {
	/** Index of the strategy's role, for the marks beside the code. */
	role = -1;
	name = '';
	body: Process = NOTHING;
	/** How the body goes on: looked up once, since bodies have many shapes. */
	next = NOTHING.next;
	readonly operation = new Operation<unknown>();
	/** Line of the listing on which it is parked; 0 when it has none. */
	line = 0;
	/** When it was parked. */
	since: Nanoseconds = 0;
	/** Its place in the timer table. */
	timer = -1;
	/** The cases among which it selects; null while it does not. */
	cases: readonly Waiter[] | null = null;
	/** True while its wait in a queue may also end otherwise: by its timer, or in another queue. */
	hasOtherEnd = false;
	/** What is thrown at its `yield*` instead of an answer. */
	failure: Error | null = null;
	/** An interrupt that came while it did not wait, and is thrown at its next wait. */
	interruption: Interruption | null = null;
	hasEnded = false;
	/** Whether somebody may hold on to it after its end. */
	isKept = true;
	/** Its neighbors in the list of all processes. */
	older: RunningProcess | null = null;
	younger: RunningProcess | null = null;
	/** The row of the parking in which it stands, and its neighbors there; kept for pictures only. */
	row: ParkedRow | null = null;
	parkedBefore: RunningProcess | null = null;
	parkedBehind: RunningProcess | null = null;

	readonly #simulation: Simulation;

	constructor(simulation: Simulation) {
		super();
		this.#simulation = simulation;
	}

	/** Starts on a body, and forgets what is left of one that has ended. */
	begin(body: Process, name: string, role: number): void {
		this.body = body;
		this.next = body.next;
		this.name = name;
		this.role = role;
		this.line = 0;
		this.interruption = null;
		this.hasEnded = false;
	}

	get process(): this {
		return this;
	}

	answer(value: unknown): unknown {
		return value;
	}

	/** Its sleep is over, or it has waited long enough. */
	fire(): void {
		this.#simulation.goOn(this);
	}
}
