import type { Subscriber, Subscription } from '../../src/core/reactive/reactive-streams';
import { kitOf, type MakeKit, monitored } from './reactive-streams/kits';

/**
 * A publisher's side of a subscription as one would write it by hand, each rule in a place of its
 * own. The mutants override one.
 */
export class PlainSubscription implements Subscription {
	readonly subscriber: Subscriber<unknown>;
	readonly items: unknown[] = [];
	/** What the source threw behind its last item; null if it just ended. */
	failure: Error | null = null;
	next = 0;
	demand = 0;
	isOver = false;
	isDraining = true;

	constructor(subscriber: Subscriber<unknown>, items: Iterable<unknown>) {
		this.subscriber = subscriber;
		try {
			for (const item of items) if (this.items.push(item) === MOST) break;
		} catch (error) {
			this.failure = error as Error;
		}
	}

	begin(): void {
		this.subscriber.onSubscribe(this);
		this.isDraining = false;
		this.drain();
	}

	request(n: number): void {
		if (this.isOver) return;
		if (this.isAmount(n)) this.demand = this.sum(this.demand, n);
		else this.failure = this.refuse(n);
		this.drain();
	}

	cancel(): void {
		this.isOver = true;
	}

	isAmount(n: number): boolean {
		return n >= 1 && (Number.isInteger(n) || n === Infinity);
	}

	refuse(n: number): Error {
		this.items.length = this.next;
		return new RangeError(`rule 3.9: ${n}`);
	}

	sum(demand: number, n: number): number {
		return Math.min(demand + n, Number.MAX_SAFE_INTEGER);
	}

	drain(): void {
		if (this.isDraining) return;
		this.isDraining = true;
		while (!this.isOver && this.next < this.items.length && this.mayDeliver()) this.deliver();
		this.isDraining = false;
		if (!this.isOver && this.isAtEnd()) this.end();
	}

	mayDeliver(): boolean {
		return this.demand > 0;
	}

	deliver(): void {
		this.demand--;
		this.subscriber.onNext(this.items[this.next++]);
	}

	isAtEnd(): boolean {
		return this.next >= this.items.length;
	}

	end(): void {
		this.isOver = true;
		if (this.failure === null) this.subscriber.onComplete();
		else this.subscriber.onError(this.failure);
	}
}

/** Endless sequences end here: a little above the million that one rule needs. */
const MOST = 1_000_001;

/** A kit whose subscriptions are of the given class. */
export function kitWith(Subscription: typeof PlainSubscription): MakeKit {
	return (isMonitored = true) =>
		kitOf((simulation) => ({
			publisherOf: <T>(items: Iterable<T>) => ({
				subscribe(subscriber: Subscriber<T>) {
					if (!subscriber) throw new TypeError('no subscriber');
					const watched = isMonitored ? monitored(simulation, subscriber) : subscriber;
					new Subscription(watched as Subscriber<unknown>, items).begin();
				}
			})
		}));
}
