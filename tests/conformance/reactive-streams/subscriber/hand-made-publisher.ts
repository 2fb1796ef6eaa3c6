import type { Simulation } from '../../../../src/core/kernel/simulation';
import type { Subscriber, Subscription } from '../../../../src/core/reactive/reactive-streams';

/** A subscriber to be tested, in a world of its own, and what of it can be seen and moved. */
export interface Tested {
	readonly simulation: Simulation;
	readonly subscriber: Subscriber<number>;
	/** The same subscriber as its publisher meets it: with what checks its arguments. */
	readonly front: Subscriber<number>;
	/** The items it is done with. */
	readonly processed: readonly number[];
	/** Whether it holds a subscription. */
	readonly isSubscribed: boolean;
	/** The names of the processes that act for it. */
	readonly processes: readonly string[];
	/** Makes an item that it can process. */
	makeItem(): number;
	/** Has it call `request` of the subscription that it holds, if it holds one. */
	triggerRequest(n: number): void;
	/** Has it leave. */
	triggerCancel(): void;
}

/** Makes a world with a subscriber in it that nobody has called yet. */
export type MakeTested = () => Tested;

/** What a test has a publisher do in the midst of a call. */
type Reaction = (publisher: HandMadePublisher) => void;

/**
 * The publisher that a test leads by the hand, and its only subscription: it delivers when it is
 * told to and never more than was requested, and writes down what the subscriber calls. It stands
 * for anybody's publisher, so nothing of ours is in it: what a subscriber does with it is its own.
 */
export class HandMadePublisher implements Subscription {
	/** 'request n' and 'cancel', in their order. */
	readonly calls: string[] = [];
	/** For each call, the signal or else the process from within which it came. */
	readonly callers: string[] = [];
	/** Asked for in all, up to a cancel or the end. */
	requested = 0;
	readonly sent: number[] = [];
	/** What it does before `request` returns, and before `cancel` does. */
	onrequest: Reaction | null = null;
	oncancel: Reaction | null = null;
	readonly #tested: Tested;
	#signal: string | null = null;
	#isOver = false;

	constructor(tested: Tested) {
		this.#tested = tested;
	}

	get demand(): number {
		return this.#isOver ? 0 : this.requested - this.sent.length;
	}

	subscribe(): void {
		this.#give('onSubscribe', () => this.#tested.subscriber.onSubscribe(this));
	}

	/** Delivers one item. What was requested before a cancel may still come (rule 2.8). */
	next(): void {
		if (this.sent.length >= this.requested) throw new Error('rule 1.1: nothing was requested');
		const item = this.#tested.makeItem();
		this.sent.push(item);
		this.#give('onNext', () => this.#tested.subscriber.onNext(item));
	}

	/** Delivers while there is demand, up to so many items in all. */
	serve(total: number): void {
		while (this.demand > 0 && this.sent.length < total) this.next();
	}

	complete(): void {
		this.#isOver = true;
		this.#give('onComplete', () => this.#tested.subscriber.onComplete());
	}

	fail(error: Error = new Error('the source failed')): void {
		this.#isOver = true;
		this.#give('onError', () => this.#tested.subscriber.onError(error));
	}

	request(n: number): void {
		this.#note(`request ${n}`);
		if (this.#isOver) return;
		if (!(n >= 1)) {
			this.fail(new RangeError(`rule 3.9: ${n}`));
			return;
		}
		this.requested += n;
		this.onrequest?.(this);
	}

	cancel(): void {
		this.#note('cancel');
		if (this.#isOver) return;
		this.#isOver = true;
		this.oncancel?.(this);
	}

	#give(signal: string, act: () => void): void {
		const outer = this.#signal;
		this.#signal = signal;
		try {
			act();
		} finally {
			this.#signal = outer;
		}
	}

	#note(call: string): void {
		this.calls.push(call);
		this.callers.push(this.#signal ?? this.#process());
	}

	/** The process that is running; the kernel throws if none is. */
	#process(): string {
		try {
			return this.#tested.simulation.current.name;
		} catch {
			return 'nobody';
		}
	}
}

/** The two ways in which it ends a stream. */
export const ENDS = ['complete', 'fail'] as const;

/** Gives a subscriber its subscription. */
export function subscribe(make: MakeTested) {
	const tested = make();
	const publisher = new HandMadePublisher(tested);
	publisher.subscribe();
	/** Runs the clock until nothing is left to do. */
	const runDry = () => tested.simulation.advance(Infinity);
	/** Delivers whatever is asked for, up to so many items in all, until nothing is asked any more. */
	const exchange = (total: number) => {
		for (let before = -1; before < publisher.sent.length; ) {
			before = publisher.sent.length;
			publisher.serve(total);
			runDry();
		}
	};
	return { tested, publisher, runDry, exchange };
}
