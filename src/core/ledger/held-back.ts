import type { Nanoseconds } from '../kernel/time';

/**
 * How long the producer has had a message in hand that could not go on, and when it felt so first:
 * held back, or refused. An instant in which it is blocked and freed again does not count.
 */
export class HeldBack {
	#since = Number.NaN;
	#total: Nanoseconds = 0;
	#first = Number.NaN;
	/** The first time at or after the mark at which the producer felt anything. */
	#feltAt = Number.NaN;
	#mark: Nanoseconds = 0;

	get isHeld(): boolean {
		return !Number.isNaN(this.#since);
	}

	/** Since when the message in hand has not been able to go on; NaN if it can. */
	get since(): Nanoseconds {
		return this.#since;
	}

	/** The message in hand cannot go on. Does nothing if that was known. */
	hold(now: Nanoseconds): void {
		if (!this.isHeld) this.#since = now;
	}

	/** The message in hand went on, or is gone. */
	release(now: Nanoseconds): void {
		if (!this.isHeld) return;
		this.#note(now);
		this.#total += now - this.#since;
		this.#since = Number.NaN;
	}

	/** A message was refused, for good or to be tried again: the producer is told at once. */
	refuse(now: Nanoseconds): void {
		this.#note(now);
		if (Number.isNaN(this.#feltAt)) this.#feltAt = now;
	}

	/** Starts to measure "until the producer felt it" afresh. */
	mark(now: Nanoseconds): void {
		this.#note(now);
		this.#mark = now;
		this.#feltAt = Number.NaN;
	}

	totalUpTo(now: Nanoseconds): Nanoseconds {
		return this.isHeld ? this.#total + (now - this.#since) : this.#total;
	}

	/** From 0; NaN if it was never held back for longer than an instant. */
	firstUpTo(now: Nanoseconds): Nanoseconds {
		if (Number.isNaN(this.#first) && this.isHeld && now > this.#since) return this.#since;
		return this.#first;
	}

	/**
	 * From the mark, or from 0 if none was made, to the first time at or after it at which the producer
	 * began to be held back or was refused; NaN if neither has happened. Being held back since before
	 * the mark tells nothing of what came with it: what counts is the next beginning.
	 */
	feltUpTo(now: Nanoseconds): Nanoseconds {
		let first = this.#feltAt;
		const isNew = this.isHeld && now > this.#since && this.#since >= this.#mark;
		if (Number.isNaN(first) && isNew) first = this.#since;
		return first - this.#mark;
	}

	#note(now: Nanoseconds): void {
		if (!this.isHeld || now <= this.#since) return;
		if (Number.isNaN(this.#first)) this.#first = this.#since;
		if (Number.isNaN(this.#feltAt) && this.#since >= this.#mark) this.#feltAt = this.#since;
	}
}
