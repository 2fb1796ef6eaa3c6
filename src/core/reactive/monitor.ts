import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { addDemand, isAmount, UNBOUNDED } from './demand';
import type { Subscriber, Subscription } from './reactive-streams';

/** A rule of Reactive Streams was broken: a bug in the code, never the fault of a scenario. */
class RuleError extends Error {
	override readonly name = 'RuleError';
}

/** Where a monitor listens, and what it lets pass. */
export interface MonitorOptions {
	/**
	 * How long what was under way may still come from the publisher after a cancel, and from the
	 * subscriber after the last signal: 0 where that side is at hand, else the round trip to it.
	 */
	readonly fromPublisher: Nanoseconds;
	readonly fromSubscriber: Nanoseconds;
	/** Rules that are broken on purpose, by a mistake that the lesson shows: the run goes on. */
	readonly waived: readonly string[];
}

type SignalName = 'onSubscribe' | 'onNext' | 'onError' | 'onComplete';

/**
 * Stands between a publisher and a subscriber and watches what they do to each other, in every run.
 * It checks what can be seen from there: the order and number of signals, that they come one at a
 * time, that nothing is delivered that was not requested, and that who has left keeps quiet. Where
 * the specification leaves a bound open (rule 3.3) it takes the one that is recommended, 1.
 */
export class Monitor<T> implements Subscriber<T>, Subscription {
	/** Items asked for in all, at most `UNBOUNDED`. */
	requested = 0;
	/** Items that came. */
	delivered = 0;

	readonly #simulation: Simulation;
	readonly #subscriber: Subscriber<T>;
	readonly #options: MonitorOptions;
	#subscription: Subscription | null = null;
	/** The signal that has not returned yet. */
	#signal: SignalName | null = null;
	/** NaN until it happens. */
	#canceledAt: Nanoseconds = Number.NaN;
	#endedAt: Nanoseconds = Number.NaN;

	constructor(simulation: Simulation, subscriber: Subscriber<T>, options: MonitorOptions) {
		this.#simulation = simulation;
		this.#subscriber = subscriber;
		this.#options = options;
	}

	onSubscribe(subscription: Subscription): void {
		notNull(subscription);
		if (this.#subscription !== null) this.#broken('2.12', 'a second onSubscribe');
		this.#subscription = subscription;
		this.#enter('onSubscribe');
		this.#subscriber.onSubscribe(this);
		this.#signal = null;
	}

	onNext(item: T): void {
		notNull(item);
		this.#enter('onNext');
		this.delivered++;
		if (this.delivered > this.requested && this.requested < UNBOUNDED) {
			this.#broken('1.1', `${this.delivered} delivered, ${this.requested} requested`);
		}
		this.#subscriber.onNext(item);
		this.#signal = null;
	}

	onError(error: Error): void {
		notNull(error);
		this.#enter('onError');
		this.#endedAt = this.#simulation.now;
		this.#subscriber.onError(error);
		this.#signal = null;
	}

	onComplete(): void {
		this.#enter('onComplete');
		this.#endedAt = this.#simulation.now;
		this.#subscriber.onComplete();
		this.#signal = null;
	}

	request(n: number): void {
		this.#called('request');
		if (this.#isAfter(this.#endedAt, this.#options.fromSubscriber)) {
			this.#broken('2.4', 'request after the last signal');
		}
		const isOn = Number.isNaN(this.#canceledAt) && !this.#hasEnded;
		if (isOn && isAmount(n)) this.requested = addDemand(this.requested, n);
		this.#subscription?.request(n);
		const isAnswered = this.#hasEnded || this.#signal !== null || this.#options.fromPublisher > 0;
		if (isOn && !isAmount(n) && !isAnswered) this.#broken('3.9', `no onError for request(${n})`);
	}

	cancel(): void {
		this.#called('cancel');
		if (Number.isNaN(this.#canceledAt)) this.#canceledAt = this.#simulation.now;
		this.#subscription?.cancel();
	}

	get #hasEnded(): boolean {
		return !Number.isNaN(this.#endedAt);
	}

	/** A signal begins. */
	#enter(signal: SignalName): void {
		if (this.#subscription === null) this.#broken('1.9', `${signal} before onSubscribe`);
		if (this.#hasEnded) this.#broken('1.7', `${signal} after the last signal`);
		if (this.#signal !== null) this.#broken('1.3', `${signal} within ${this.#signal}`);
		if (this.#isAfter(this.#canceledAt, this.#options.fromPublisher)) {
			this.#broken('1.8', `${signal} after cancel`);
		}
		this.#signal = signal;
	}

	/** The subscriber calls its subscription. */
	#called(method: string): void {
		if (this.#signal === 'onError' || this.#signal === 'onComplete') {
			this.#broken('2.3', `${method} within ${this.#signal}`);
		}
	}

	/** Whether what was under way at that time has arrived by now. */
	#isAfter(time: Nanoseconds, underWay: Nanoseconds): boolean {
		return underWay === 0 ? !Number.isNaN(time) : this.#simulation.now - time > underWay;
	}

	#broken(rule: string, what: string): void {
		if (!this.#options.waived.includes(rule)) throw new RuleError(`rule ${rule}: ${what}`);
	}
}

/** @throws {TypeError} if a signal carries nothing (rule 2.13). */
function notNull(value: unknown): void {
	if (value === null || value === undefined) throw new TypeError('rule 2.13: null');
}
