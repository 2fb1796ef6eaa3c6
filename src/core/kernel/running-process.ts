import { Operation, type Process } from './operation';
import type { Nanoseconds } from './time';
import type { WaitQueue } from './wait-queue';

/** What the kernel knows about a process that it runs. */
export class RunningProcess {
	/** Index of the strategy's role, for the marks beside the code. */
	readonly role: number;
	readonly name: string;
	readonly body: Process;
	readonly operation = new Operation<unknown>();
	/** Line of the listing on which it is parked; 0 when it has none. */
	line = 0;
	/** When it was parked. */
	since: Nanoseconds = 0;
	/** What it waits for, in words; empty while it does not wait. */
	waitsFor = '';
	/** The queue it waits in, and its neighbors there. */
	queue: WaitQueue | null = null;
	before: RunningProcess | null = null;
	behind: RunningProcess | null = null;
	/** What a waiting sender holds. */
	item: unknown = undefined;
	/** Its place in the timer table. */
	timer = -1;
	/** True while its timer ends a wait in a queue that may also end otherwise. */
	hasDeadline = false;
	/** What its `yield*` gives when the timer ends its wait. */
	late: unknown = undefined;
	hasEnded = false;

	constructor(body: Process, name: string, role: number) {
		this.body = body;
		this.name = name;
		this.role = role;
	}
}
