import type { Nanoseconds } from '../kernel/time';
import type { Message } from './message';

/** How it ended with a message; `waiting`, in service too, if it has not. */
export type Outcome = 'done' | 'refused' | 'dropped' | 'lost' | 'waiting';

/**
 * Somebody who is told what happens to every message, when it happens. Messages are offered in the
 * order of their numbers, from 0, and closed once at most. It must not throw: a strategy could take
 * the error for one of its own.
 */
export interface MessageObserver {
	offer(message: Message, now: Nanoseconds): void;
	accept(message: Message, now: Nanoseconds): void;
	start(message: Message, now: Nanoseconds): void;
	complete(message: Message, now: Nanoseconds): void;
	/** The message is done or gone. */
	close(message: Message, outcome: Outcome): void;
}
