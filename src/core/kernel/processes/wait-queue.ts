import type { Waiter } from './waiter';

/**
 * Processes that wait for the same thing, first come first served. Strict order is a policy: nobody
 * who came later is served first, so nobody starves. A linked list through the waiters themselves,
 * so that one that gives up leaves in constant time.
 */
export class WaitQueue {
	/** What is waited for, for example "receive from channel". */
	readonly name: string;
	readonly #onabandoned: (() => void) | null;
	#first: Waiter | null = null;
	#last: Waiter | null = null;
	#length = 0;

	/** `onabandoned` is called when somebody has left without being served. */
	constructor(name: string, onabandoned: (() => void) | null = null) {
		this.name = name;
		this.#onabandoned = onabandoned;
	}

	get length(): number {
		return this.#length;
	}

	get first(): Waiter | null {
		return this.#first;
	}

	/** Those who wait, the one that has waited longest first. */
	*[Symbol.iterator](): Generator<Waiter, void, undefined> {
		for (let waiter = this.#first; waiter !== null; waiter = waiter.behind) yield waiter;
	}

	push(waiter: Waiter): void {
		waiter.queue = this;
		waiter.waitsFor = this.name;
		waiter.behind = null;
		waiter.before = this.#last;
		if (this.#last === null) this.#first = waiter;
		else this.#last.behind = waiter;
		this.#last = waiter;
		this.#length++;
	}

	/** Takes out the one that has waited longest, to be served; null when nobody waits. */
	shift(): Waiter | null {
		const waiter = this.#first;
		if (waiter !== null) this.remove(waiter);
		return waiter;
	}

	/** Takes out one that waits here, wherever it stands, to be served. */
	remove(waiter: Waiter): void {
		if (waiter.before === null) this.#first = waiter.behind;
		else waiter.before.behind = waiter.behind;
		if (waiter.behind === null) this.#last = waiter.before;
		else waiter.behind.before = waiter.before;
		waiter.before = null;
		waiter.behind = null;
		waiter.queue = null;
		this.#length--;
	}

	/** Takes out one that gives up. Those behind it may have waited only because of it. */
	abandon(waiter: Waiter): void {
		this.remove(waiter);
		this.#onabandoned?.();
	}
}
