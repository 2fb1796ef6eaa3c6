import { Simulation } from '../../../../src/core/kernel/simulation';
import type { Subscriber, Subscription } from '../../../../src/core/reactive/reactive-streams';
import type { MakeTested } from './hand-made-publisher';

/**
 * A subscriber as somebody else would write it, which asks for one item at a time and is done with
 * it at once: it shows that the cases of the test kit ask nothing of a subscriber that only ours can
 * do. Nothing of it is tested but that it passes them.
 */
class PlainSubscriber implements Subscriber<number> {
	readonly processed: number[] = [];
	/** Null before `onSubscribe`, and once it is over. */
	subscription: Subscription | null = null;

	onSubscribe(subscription: Subscription): void {
		this.expectValue(subscription);
		if (this.subscription !== null) {
			subscription.cancel();
			return;
		}
		this.subscription = subscription;
		subscription.request(1);
	}

	/** An item that comes after its own cancel is not for it any more. */
	onNext(item: number): void {
		this.expectValue(item);
		if (this.subscription === null) return;
		this.processed.push(item);
		this.subscription.request(1);
	}

	onError(error: Error): void {
		this.expectValue(error);
		this.subscription = null;
	}

	onComplete(): void {
		this.subscription = null;
	}

	/** Asks for more than it would by itself. */
	ask(n: number): void {
		this.subscription?.request(n);
	}

	leave(): void {
		const { subscription } = this;
		this.subscription = null;
		subscription?.cancel();
	}

	/** @throws {TypeError} if there is none (rule 2.13). */
	expectValue(value: unknown): void {
		if (value === null || value === undefined) throw new TypeError('rule 2.13');
	}
}

export const plainSubscriber: MakeTested = () => {
	const subscriber = new PlainSubscriber();
	let items = 0;
	return {
		simulation: new Simulation(),
		subscriber,
		front: subscriber,
		processed: subscriber.processed,
		get isSubscribed() {
			return subscriber.subscription !== null;
		},
		processes: [],
		makeItem: () => ++items,
		triggerRequest: (n) => subscriber.ask(n),
		triggerCancel: () => subscriber.leave()
	};
};
