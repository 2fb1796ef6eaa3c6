/**
 * The three interfaces of Reactive Streams, by the names of the specification. A subscriber sees
 * `onSubscribe onNext* (onError | onComplete)?`, one signal at a time, and never more items than it
 * has requested.
 *
 * @see Reactive Streams 1.0.4, and its text for JavaScript: what is null is a `TypeError`, and an
 * amount that is none is signaled as a `RangeError`.
 */
export interface Publisher<T> {
	/** Asks for a subscription, which comes by `onSubscribe`. Each time with a new subscriber. */
	subscribe(subscriber: Subscriber<T>): void;
}

export interface Subscriber<T> {
	/** The first signal. Nothing comes before something was requested of the subscription. */
	onSubscribe(subscription: Subscription): void;
	/** One item that was requested. Returns at once, so that nobody waits who signals. */
	onNext(item: T): void;
	/** The last signal: the stream has failed. */
	onError(error: Error): void;
	/** The last signal: there is nothing more. */
	onComplete(): void;
}

/** What one subscriber has of one publisher. */
export interface Subscription {
	/** Asks for `n` more items, a whole number ≥ 1. What was requested adds up. */
	request(n: number): void;
	/** Asks for nothing more. What is on its way may still arrive. */
	cancel(): void;
}
