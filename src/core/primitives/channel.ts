import type { Operation } from '../kernel/processes/operation';
import { WaitQueue } from '../kernel/processes/wait-queue';
import type { Waiter } from '../kernel/processes/waiter';
import { Ring } from '../kernel/ring';
import type { Simulation } from '../kernel/simulation';

/** Somebody who is told what happens at a channel, at the instant at which it happens. */
export interface ChannelObserver<T> {
	/** A sender tries to hand an item over. */
	attempted(item: T): void;
	/** The channel is full, and the sender starts to wait with the item in its hand. */
	blocked(item: T): void;
	/** The item is in the buffer, or on its way to a waiting receiver. */
	entered(item: T): void;
}

/** A broken rule of the channel itself: never the fault of a scenario. */
export class ChannelError extends Error {
	override readonly name = 'ChannelError';
}

/**
 * A channel with Go's semantics: a buffer of `capacity` items, first in first out. A send to a
 * waiting receiver hands over directly and bypasses the buffer; a receive from a full buffer lets
 * the sender that has waited longest put its item behind the others. Waiting senders and receivers
 * are served in the order in which they came, which Go's runtime does and its specification does
 * not promise. Capacity 0 is a meeting; `Infinity` never makes anybody wait. Nobody closes it: what a
 * receive may give besides items, `Rest`, is up to `ClosableChannel`.
 *
 * @see The Go Programming Language Specification, "Send statements" and "Receive operator".
 */
export class Channel<T, Rest = never> {
	/** Those who wait to send, each with its item, and those who wait to receive. */
	readonly senders: WaitQueue;
	readonly receivers: WaitQueue;

	protected readonly simulation: Simulation;
	readonly #buffer = new Ring<T>();
	readonly #observer: ChannelObserver<T> | null;
	#capacity: number;

	/** @throws {RangeError} if `capacity` is neither a whole number ≥ 0 nor Infinity. */
	constructor(
		simulation: Simulation,
		name: string,
		capacity: number,
		observer: ChannelObserver<T> | null = null
	) {
		this.simulation = simulation;
		this.senders = new WaitQueue(`send to ${name}`);
		this.receivers = new WaitQueue(`receive from ${name}`);
		this.#observer = observer;
		this.#capacity = checkedCapacity(capacity);
	}

	/** Items in the buffer. Above the capacity only after the capacity was made smaller. */
	get length(): number {
		return this.#buffer.length;
	}

	get capacity(): number {
		return this.#capacity;
	}

	get blockedSenders(): number {
		return this.senders.length;
	}

	/**
	 * The buffered item that stands `index` places behind the oldest.
	 * @throws {RangeError} if there is none.
	 */
	peek(index: number): T {
		return this.#buffer.at(index);
	}

	/** Hands an item over; waits while the buffer is full and nobody receives. */
	send(item: T): Operation<void> {
		const operation = this.simulation.begin() as Operation<void>;
		if (this.trySend(item)) return operation.ready(undefined);
		this.#observer?.blocked(item);
		this.simulation.current.item = item;
		return this.simulation.wait(this.senders) as Operation<void>;
	}

	/** Hands an item over if that is possible at once, and says whether it was. */
	trySend(item: T): boolean {
		this.#observer?.attempted(item);
		return this.#tryPut(item);
	}

	/**
	 * Hands an item over at once, at the cost of the oldest in a full buffer: of as many as it takes
	 * until it fits, where the buffer was made smaller.
	 * @returns the items that were thrown out, oldest first; at capacity 0 the given one.
	 */
	sendEvicting(item: T): readonly T[] {
		this.#observer?.attempted(item);
		if (this.#tryPut(item)) return [];
		if (this.#capacity === 0) return [item];
		const evicted: T[] = [];
		while (this.#buffer.length >= this.#capacity) evicted.push(this.#buffer.shift());
		this.#buffer.push(item);
		this.#observer?.entered(item);
		return evicted;
	}

	/** Takes the oldest item; waits while there is none. */
	receive(): Operation<T | Rest> {
		const operation = this.simulation.begin() as Operation<T | Rest>;
		if (this.canReceive) return operation.ready(this.take());
		return this.simulation.wait(this.receivers) as Operation<T | Rest>;
	}

	/** Whether a receive would not wait. */
	get canReceive(): boolean {
		return this.#buffer.length > 0 || this.senders.length > 0;
	}

	/** Whether a send would not wait. */
	get canSend(): boolean {
		return this.#buffer.length < this.#capacity || this.receivers.length > 0;
	}

	/**
	 * Takes the oldest item at once.
	 * @throws {RangeError} if a receive would wait.
	 */
	take(): T | Rest {
		if (this.#buffer.length === 0) {
			const sender = this.senders.shift();
			if (sender !== null) return this.#release(sender);
		}
		const item = this.#buffer.shift();
		this.#admitSenders();
		return item;
	}

	/** Empties the buffer and returns what was in it, oldest first. Nobody may be waiting to send. */
	drain(): T[] {
		const items: T[] = [];
		while (this.#buffer.length > 0) items.push(this.#buffer.shift());
		return items;
	}

	/**
	 * Makes the buffer larger or smaller. Nothing is lost: what no longer fits stays, and sends wait
	 * until it fits.
	 * @throws {RangeError} if `capacity` is neither a whole number ≥ 0 nor Infinity.
	 */
	resize(capacity: number): void {
		this.#capacity = checkedCapacity(capacity);
		this.#admitSenders();
	}

	/**
	 * Checks what must hold whenever nothing can happen at once.
	 * @throws {ChannelError} if somebody waits for what is there.
	 */
	check(): void {
		const { first } = this.receivers;
		// A process that selects among both ends of a channel does not meet itself.
		if (first !== null && this.canReceive && this.senders.first?.process !== first.process) {
			throw new ChannelError('a receiver waits beside a waiting item');
		}
		if (this.senders.length > 0 && this.#buffer.length < this.#capacity) {
			throw new ChannelError('a sender waits beside a free slot');
		}
	}

	#tryPut(item: T): boolean {
		const receiver = this.receivers.shift();
		if (receiver !== null) {
			this.#observer?.entered(item);
			this.simulation.wake(receiver, item);
			return true;
		}
		if (this.#buffer.length >= this.#capacity) return false;
		this.#buffer.push(item);
		this.#observer?.entered(item);
		return true;
	}

	#admitSenders(): void {
		while (this.#buffer.length < this.#capacity) {
			const sender = this.senders.shift();
			if (sender === null) return;
			this.#buffer.push(this.#release(sender));
		}
	}

	/** Lets a waiting sender go on and takes what it held. */
	#release(sender: Waiter): T {
		const item = sender.item as T;
		sender.item = undefined;
		this.simulation.wake(sender, undefined);
		this.#observer?.entered(item);
		return item;
	}
}

function checkedCapacity(capacity: number): number {
	if (capacity === Infinity || (Number.isInteger(capacity) && capacity >= 0)) return capacity;
	throw new RangeError(`capacity must be a whole number ≥ 0, got ${capacity}`);
}
