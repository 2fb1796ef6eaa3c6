import type { Nanoseconds } from '../kernel/time';
import type { Message } from '../ledger/message';

/** One place at a holders station. */
export interface Holder {
	/** The message it holds; -1 for an empty place. */
	readonly message: Message;
	/** Start and end of its service; NaN while it is not in service. */
	readonly startedAt: Nanoseconds;
	readonly endsAt: Nanoseconds;
}

/** The places of a holders station, as the picture sees them. */
export interface Holders {
	/** Places that ever were; a place may stay empty. */
	readonly length: number;
	/** Places that are kept for tasks that are over. */
	readonly kept: number;
	at(index: number): Holder;
}
