import { Channel, ChannelError } from './channel';
import { Condition } from './condition';

/** What a receive gives when the channel is closed and everything in it was received. */
export const CLOSED = Symbol('closed');

/** The type of `CLOSED`. */
export type Closed = typeof CLOSED;

/**
 * A channel that its sender may close, to say that nothing more comes. What is in the buffer is still
 * received; after that, a receive gives `CLOSED` and never waits. A send, even one that has begun to
 * wait, fails: to close is for whoever sends.
 *
 * @see The Go Programming Language Specification, "Close".
 */
export class ClosableChannel<T> extends Channel<T, Closed> {
	/** The case of a select that waits until it is closed and everything in it was received. */
	readonly ended = new Condition(
		this.simulation,
		'the end of the channel',
		() => this.#isClosed && this.length === 0
	);
	#isClosed = false;

	get isClosed(): boolean {
		return this.#isClosed;
	}

	/**
	 * Closes the channel. Those who wait to receive get `CLOSED`, then those who wait to send fail, and
	 * those who wait for the end go on if nothing is left.
	 * @throws {ChannelError} if it is closed.
	 */
	close(): void {
		if (this.#isClosed) throw new ChannelError('close of a closed channel');
		this.#isClosed = true;
		for (let one = this.receivers.shift(); one !== null; one = this.receivers.shift()) {
			this.simulation.wake(one, CLOSED);
		}
		for (let one = this.senders.shift(); one !== null; one = this.senders.shift()) {
			this.simulation.fail(one, sendOnClosed());
		}
		this.ended.announce();
	}

	/** True also when a send would not wait because it fails. */
	override get canSend(): boolean {
		return this.#isClosed || super.canSend;
	}

	/**
	 * Hands an item over if that is possible at once, and says whether it was.
	 * @throws {ChannelError} if the channel is closed.
	 */
	override trySend(item: T): boolean {
		if (this.#isClosed) throw sendOnClosed();
		return super.trySend(item);
	}

	/**
	 * Hands an item over at once, at the cost of the oldest in a full buffer, until it fits.
	 * @throws {ChannelError} if the channel is closed.
	 */
	override sendEvicting(item: T): readonly T[] {
		if (this.#isClosed) throw sendOnClosed();
		return super.sendEvicting(item);
	}

	override get canReceive(): boolean {
		return this.#isClosed || super.canReceive;
	}

	override take(): T | Closed {
		if (this.ended.isReady) return CLOSED;
		const item = super.take();
		this.ended.announce();
		return item;
	}

	override drain(): T[] {
		const items = super.drain();
		this.ended.announce();
		return items;
	}
}

function sendOnClosed(): ChannelError {
	return new ChannelError('send on a closed channel');
}
