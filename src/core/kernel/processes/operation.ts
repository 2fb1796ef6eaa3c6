/** What a process yields when it waits. It carries nothing: the kernel knows who waits where. */
export type Suspended = undefined;

/**
 * The body of a process: a generator that waits with `yield*`, or a hand-written iterator that
 * parks itself and returns. The kernel resumes it; it ends when `next` says `done`.
 */
export type Process = Iterator<Suspended, void, undefined>;

/** Part of a body that another part runs with `yield*`. */
export type Steps<T = void> = Generator<Suspended, T, undefined>;

const SUSPENDED: IteratorResult<Suspended, never> = { done: false, value: undefined };

const RESULT: { done: true; value: unknown } = { done: true, value: undefined };

const IDLE = 0;
const READY = 1;
const PARKED = 2;

/**
 * The answer of a primitive, for `yield*`. A primitive acts at once and returns the one operation
 * of the calling process, ready with a result or parked until somebody wakes the process. Each
 * process has a single operation that is used again for every wait, so waiting allocates nothing.
 */
export class Operation<T> implements Iterator<Suspended, T, undefined> {
	#state = IDLE;
	#value: unknown = undefined;

	/** True from the call of a primitive until `yield*` takes the operation up. */
	get isPending(): boolean {
		return this.#state !== IDLE;
	}

	/** Answers at once. */
	ready(value: T): this {
		this.#state = READY;
		this.#value = value;
		return this;
	}

	/** Makes the process wait at its `yield*`. */
	park(): this {
		this.#state = PARKED;
		return this;
	}

	/** Sets what the `yield*` of a parked process gives when the process is resumed; the last counts. */
	resolve(value: T): void {
		this.#value = value;
	}

	[Symbol.iterator](): this {
		return this;
	}

	next(): IteratorResult<Suspended, T> {
		const mustWait = this.#state === PARKED;
		this.#state = IDLE;
		if (mustWait) return SUSPENDED;
		RESULT.value = this.#value;
		return RESULT as IteratorResult<Suspended, T>;
	}

	/** Lets an error that is thrown into a waiting generator surface as itself. */
	throw(error: unknown): IteratorResult<Suspended, T> {
		throw error;
	}
}
