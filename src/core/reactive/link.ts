import { Ring } from '../kernel/ring';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { TIMER_CLASS } from '../kernel/timers';
import type { Subscriber, Subscription } from './reactive-streams';
import { Wire } from './wire';

/** Somebody who is told what goes over a link, at the instant at which it happens. */
export interface LinkObserver<T> {
	/** The subscriber asked for `n`. */
	requested(n: number): void;
	departed(item: T): void;
	arrived(item: T): void;
}

/**
 * Stands for the subscriber at the publisher's end, and for the publisher at the subscriber's: all
 * that they say to each other takes the same time each way. The subscription itself is there from
 * the start.
 */
export class Link<T> implements Subscriber<T>, Subscription {
	/** Items on their way, the one that arrives first in front. */
	readonly inFlight = new Ring<T>();
	readonly #down: Wire;
	readonly #up: Wire;
	readonly #observer: LinkObserver<T>;
	readonly #subscriber: Subscriber<T>;
	#subscription: Subscription | null = null;

	constructor(
		simulation: Simulation,
		delay: Nanoseconds,
		subscriber: Subscriber<T>,
		observer: LinkObserver<T>
	) {
		this.#down = new Wire(simulation, delay, TIMER_CLASS.delivery);
		this.#up = new Wire(simulation, delay, TIMER_CLASS.request);
		this.#subscriber = subscriber;
		this.#observer = observer;
	}

	/** When the item that is `index` places behind the next to arrive set out. */
	departedAt(index: number): Nanoseconds {
		return this.#down.sentAt(index);
	}

	onSubscribe(subscription: Subscription): void {
		this.#subscription = subscription;
		this.#subscriber.onSubscribe(this);
	}

	onNext(item: T): void {
		this.#observer.departed(item);
		this.inFlight.push(item);
		this.#down.send(() => {
			this.#observer.arrived(this.inFlight.shift());
			this.#subscriber.onNext(item);
		});
	}

	onError(error: Error): void {
		this.#down.send(() => this.#subscriber.onError(error));
	}

	onComplete(): void {
		this.#down.send(() => this.#subscriber.onComplete());
	}

	request(n: number): void {
		this.#observer.requested(n);
		this.#up.send(() => this.#subscription?.request(n));
	}

	cancel(): void {
		this.#up.send(() => this.#subscription?.cancel());
	}
}
