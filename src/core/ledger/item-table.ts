import type { Nanoseconds } from '../kernel/time';
import type { Message } from './message';
import type { MessageObserver, Outcome } from './message-observer';

/** Every message of a run with its times in integer nanoseconds, null where it did not happen. */
export interface Items {
	readonly offered: readonly number[];
	readonly accepted: readonly (number | null)[];
	readonly started: readonly (number | null)[];
	readonly completed: readonly (number | null)[];
	readonly outcome: readonly Outcome[];
}

/** Keeps the times of all messages. Memory grows with the run. */
export class ItemTable implements Items, MessageObserver {
	readonly offered: number[] = [];
	readonly accepted: (number | null)[] = [];
	readonly started: (number | null)[] = [];
	readonly completed: (number | null)[] = [];
	readonly outcome: Outcome[] = [];

	offer(message: Message, now: Nanoseconds): void {
		this.offered[message] = now;
		this.accepted[message] = null;
		this.started[message] = null;
		this.completed[message] = null;
		this.outcome[message] = 'waiting';
	}

	accept(message: Message, now: Nanoseconds): void {
		this.accepted[message] = now;
	}

	start(message: Message, now: Nanoseconds): void {
		this.started[message] = now;
	}

	complete(message: Message, now: Nanoseconds): void {
		this.completed[message] = now;
	}

	close(message: Message, outcome: Outcome): void {
		this.outcome[message] = outcome;
	}
}
