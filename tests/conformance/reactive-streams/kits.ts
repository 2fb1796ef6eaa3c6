import { STREAM, streamKey } from '../../../src/core/chance/draw';
import type { Process } from '../../../src/core/kernel/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { Select } from '../../../src/core/primitives/select';
import { Link } from '../../../src/core/reactive/link';
import { Monitor } from '../../../src/core/reactive/monitor';
import { Outlet } from '../../../src/core/reactive/outlet';
import { type ProcessOutlet, ProcessPublisher } from '../../../src/core/reactive/process-publisher';
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

/** What a source gives next, or why it fails; null when there is no more. */
type Next<T> = { readonly value: T } | { readonly error: Error } | null;

function nextOf<T>(items: Iterator<T>): Next<T> {
	try {
		const { done, value } = items.next();
		return done ? null : { value };
	} catch (error) {
		return { error: error as Error };
	}
}

/** Delivers in the midst of `request`, as a publisher may (rules 3.10 and 3.11). */
class DrainingOutlet<T> extends Outlet<T> {
	readonly #items: Iterator<T>;
	#next: Next<T>;

	constructor(subscriber: Subscriber<T>, items: Iterable<T>) {
		super(subscriber);
		this.#items = items[Symbol.iterator]();
		this.#next = nextOf(this.#items);
	}

	/** Delivers while there is demand; an end is told without any. */
	drain(): void {
		while (this.#next !== null && 'value' in this.#next) {
			if (this.isOver || this.demand === 0) return;
			const { value } = this.#next;
			this.#next = nextOf(this.#items);
			this.next(value);
		}
		if (this.#next === null) this.complete();
		else this.fail(this.#next.error);
	}

	protected override stirred(): void {
		this.drain();
	}
}

/** Begins the sequence anew for each subscriber. */
export const synchronous: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: <T>(items: Iterable<T>) => ({
			subscribe(subscriber: Subscriber<T>) {
				if (!subscriber) throw new TypeError('no subscriber');
				const watched = isMonitored ? monitored(simulation, subscriber) : subscriber;
				const outlet = new DrainingOutlet(watched, items);
				outlet.open();
				outlet.drain();
			}
		})
	}));

/** The loop of the strategy's own publisher, over a sequence. */
function* publish<T>(select: Select, items: Iterable<T>, outlet: ProcessOutlet<T>): Process {
	const iterator = items[Symbol.iterator]();
	for (;;) {
		const next = nextOf(iterator);
		if (next === null) return outlet.complete();
		if ('error' in next) return outlet.fail(next.error);
		yield* select.one(outlet.demanded);
		outlet.next(next.value);
	}
}

/** The core's own publisher. It has one subscriber. */
export const process: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: (items) => {
			const publisher = processPublisher(simulation, items);
			return {
				subscribe: (subscriber) =>
					publisher.subscribe(
						isMonitored && subscriber ? monitored(simulation, subscriber) : subscriber
					)
			};
		}
	}));

/** The same behind a link that takes 5 ns each way, with a monitor at both ends. */
export const behindLink: MakeKit = (isMonitored = true) =>
	kitOf((simulation) => ({
		publisherOf: <T>(items: Iterable<T>) => {
			const publisher = processPublisher(simulation, items);
			return {
				subscribe(subscriber: Subscriber<T>) {
					if (!subscriber) throw new TypeError('no subscriber');
					const watched = isMonitored ? monitored(simulation, subscriber, 10) : subscriber;
					const link = new Link(simulation, 5, watched, {
						requested() {},
						departed() {},
						arrived() {}
					});
					publisher.subscribe(isMonitored ? monitored(simulation, link, 0, 10) : link);
				}
			};
		}
	}));

function kitOf(make: (simulation: Simulation) => Pick<Kit, 'publisherOf'>): Kit {
	const simulation = new Simulation();
	return { ...make(simulation), simulation, runDry: () => simulation.advance(Infinity) };
}

function processPublisher<T>(simulation: Simulation, items: Iterable<T>): ProcessPublisher<T> {
	const select = new Select(simulation, streamKey(1, STREAM.choice), 0);
	return new ProcessPublisher<T>(simulation, (outlet) =>
		simulation.spawn(publish(select, items, outlet), 'publisher')
	);
}

/** Puts the monitor of every run around a subscriber. */
export function monitored<T>(
	simulation: Simulation,
	subscriber: Subscriber<T>,
	fromPublisher = 0,
	fromSubscriber = 0
): Monitor<T> {
	return new Monitor(simulation, subscriber, { fromPublisher, fromSubscriber, waived: [] });
}

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
