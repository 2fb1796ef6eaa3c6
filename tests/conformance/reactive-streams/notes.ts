import type { Simulation } from '../../../src/core/kernel/simulation';
import type {
	Publisher,
	Subscriber,
	Subscription
} from '../../../src/core/reactive/reactive-streams';

/** A way to publish a sequence, and the virtual time in which it happens. */
export interface Kit {
	readonly simulation: Simulation;
	/** Publishes what the iterable gives; when it throws, the stream fails. */
	publisherOf<T>(items: Iterable<T>): Publisher<T>;
	/** Runs the clock until nothing is left to do: what has not come by then will never come. */
	runDry(): void;
}

/** Makes a world with a publisher in it, with or without monitors on its subscriptions. */
export type MakeKit = (isMonitored?: boolean) => Kit;

/** A subscriber to a sequence, and its world when nothing more comes by itself. */
export function subscribed(make: MakeKit, items: Iterable<number>, subscriber = new Notes()) {
	const kit = make();
	kit.publisherOf(items).subscribe(subscriber);
	kit.runDry();
	return { kit, subscriber };
}

/** Requests, one after the other, each until nothing more comes. */
export function request(kit: Kit, subscriber: Notes, ...amounts: number[]): void {
	for (const amount of amounts) {
		subscriber.subscription.request(amount);
		kit.runDry();
	}
}

/** What a subscriber of the tests does besides taking notes. */
interface Habits {
	onSubscribe?(subscription: Subscription): void;
	onNext?(item: number, subscription: Subscription): void;
	onError?(subscription: Subscription): void;
	onComplete?(subscription: Subscription): void;
}

/** A subscriber that asks for nothing by itself and writes down what it is told. */
export class Notes implements Subscriber<number> {
	/** The signals in their order: 'subscribed', the items, 'complete', and errors by their name. */
	readonly log: (string | number)[] = [];
	error: Error | null = null;
	readonly #habits: Habits;
	#subscription: Subscription | null = null;

	constructor(habits: Habits = {}) {
		this.#habits = habits;
	}

	get items(): readonly number[] {
		return this.log.filter((entry) => typeof entry === 'number');
	}

	get subscription(): Subscription {
		if (this.#subscription === null) throw new Error('there is no subscription yet');
		return this.#subscription;
	}

	onSubscribe(subscription: Subscription): void {
		this.#subscription = subscription;
		this.log.push('subscribed');
		this.#habits.onSubscribe?.(subscription);
	}

	onNext(item: number): void {
		this.log.push(item);
		this.#habits.onNext?.(item, this.subscription);
	}

	onError(error: Error): void {
		this.error = error;
		this.log.push(error.name);
		this.#habits.onError?.(this.subscription);
	}

	onComplete(): void {
		this.log.push('complete');
		this.#habits.onComplete?.(this.subscription);
	}
}

/** The whole numbers from 0, so many of them; no number stands for all of them. */
export function* numbers(count = Infinity): Generator<number> {
	for (let number = 0; number < count; number++) yield number;
}

/** So many numbers, and then a failure. */
export function* numbersThenFailure(count: number): Generator<number> {
	yield* numbers(count);
	throw new Error('the source failed');
}

/** The log of a stream of so many numbers up to here. */
export function logOf(count: number, ...end: string[]): (string | number)[] {
	return ['subscribed', ...numbers(count), ...end];
}
