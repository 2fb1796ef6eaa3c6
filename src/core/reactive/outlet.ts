import { addDemand, isAmount, lessOne } from './demand';
import type { Subscriber, Subscription } from './reactive-streams';

/** One call of a subscriber's. */
type Signal<T> = (subscriber: Subscriber<T>) => void;

/**
 * One subscription as its publisher holds it: the demand, and the way to the subscriber. Whatever
 * either side calls, and when, the subscriber sees one signal at a time, and none after the last. A
 * call in the midst of a signal takes effect when the signal has returned, so `request` inside of
 * `onNext` asks for more and never recurses (rule 3.3).
 */
export abstract class Outlet<T> implements Subscription {
	/** Null once the subscription is over: nobody holds on to who has left (rule 3.13). */
	#subscriber: Subscriber<T> | null;
	#demand = 0;
	#isSignaling = false;
	/** How the stream ends as soon as the signal at hand has returned. */
	#ending: Signal<T> | null = null;

	constructor(subscriber: Subscriber<T>) {
		this.#subscriber = subscriber;
	}

	/** Demand has come, or the subscription is over. Never called in the midst of a signal. */
	protected abstract stirred(): void;

	/** Requested and not yet delivered; 0 once it is over. */
	get demand(): number {
		return this.#demand;
	}

	/** Whether it was canceled, or the last signal given (rules 1.6 and 1.8). */
	get isOver(): boolean {
		return this.#subscriber === null;
	}

	/** Gives the first signal. To be called once, before anything else (rule 1.9). */
	open(): void {
		this.#signal((subscriber) => subscriber.onSubscribe(this));
		if (this.#demand > 0) this.stirred();
	}

	/** Delivers one item. The caller sees to it that there is demand (rule 1.1). */
	next(item: T): void {
		this.#demand = lessOne(this.#demand);
		this.#signal((subscriber) => subscriber.onNext(item));
	}

	/** Gives the last signal, whether there is demand or not (rule 1.5). */
	complete(): void {
		this.#end((subscriber) => subscriber.onComplete());
	}

	/** Gives the last signal of a stream that failed (rule 1.4). */
	fail(error: Error): void {
		this.#end((subscriber) => subscriber.onError(error));
	}

	/** Never throws: an amount that is none is a failure of the stream (rules 3.9 and 3.16). */
	request(n: number): void {
		if (this.isOver) return;
		if (!isAmount(n)) {
			this.fail(new RangeError(`rule 3.9: n must be a whole number ≥ 1, got ${n}`));
			return;
		}
		this.#demand = addDemand(this.#demand, n);
		if (!this.#isSignaling) this.stirred();
	}

	/** As often as one likes; the first time counts (rules 3.5 and 3.7). */
	cancel(): void {
		if (this.isOver) return;
		this.#subscriber = null;
		this.#demand = 0;
		if (!this.#isSignaling) this.stirred();
	}

	/** A subscriber that throws has left, and whoever signaled learns why (rule 2.13). */
	#signal(signal: Signal<T>): void {
		if (this.#subscriber === null) return;
		this.#isSignaling = true;
		try {
			signal(this.#subscriber);
		} catch (error) {
			this.cancel();
			throw error;
		} finally {
			this.#isSignaling = false;
		}
		if (this.#ending !== null) this.#end(this.#ending);
	}

	#end(signal: Signal<T>): void {
		const subscriber = this.#subscriber;
		if (subscriber === null) return;
		if (this.#isSignaling) {
			this.#ending ??= signal;
			return;
		}
		this.cancel();
		signal(subscriber);
	}
}
