import type { RunningProcess } from './running-process';
import type { WaitQueue } from './wait-queue';

/**
 * Who stands in a wait queue: a process, or one of the cases among which a process selects. It is a
 * node of the queue itself, so that an ordinary wait allocates nothing.
 */
export abstract class Waiter {
	/** The queue it stands in, and its neighbors there. */
	queue: WaitQueue | null = null;
	before: Waiter | null = null;
	behind: Waiter | null = null;
	/** What it waits for, in words; empty while it does not wait. */
	waitsFor = '';
	/** What a waiting sender holds, or how many permits are asked for. */
	item: unknown = undefined;

	// An accessor: of an abstract property, Playwright's transform would make a field.
	/** The process that goes on when the wait is over. */
	abstract get process(): RunningProcess;

	/** What the `yield*` of the process gives when this waiter is served with `value`. */
	abstract answer(value: unknown): unknown;
}
