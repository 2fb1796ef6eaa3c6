import type { Ring } from '../kernel/ring';
import type { Nanoseconds } from '../kernel/time';
import type { Message } from '../ledger/message';
import type { Channel } from '../primitives/channel';
import { placeOf, type World } from './world';

/** What a store is that messages cross in some time. */
export interface Crossing {
	/** How long each takes. */
	readonly time: Nanoseconds;
	/** When the message `index` places behind the one that leaves next set out. */
	departedAt(index: number): Nanoseconds;
}

/** A place where accepted messages wait, as the picture and the invariants see it. */
export interface Store {
	/** The station at which it is, by its place in the plan. */
	readonly place: number;
	readonly length: number;
	/** Infinity for a store without a limit. */
	readonly capacity: number;
	/** The message `index` places behind the one that leaves next. */
	peek(index: number): Message;
	/** For a store that messages cross in some time. */
	readonly crossing?: Crossing | undefined;
	/** @throws {Error} if a rule of the store is broken. */
	check(): void;
}

/** The buffer of a channel, as a store. A class, because every run asks it after every event. */
class ChannelStore implements Store {
	readonly place: number;
	readonly #channel: Channel<Message, unknown>;

	constructor(place: number, channel: Channel<Message, unknown>) {
		this.place = place;
		this.#channel = channel;
	}

	get length(): number {
		return this.#channel.length;
	}

	get capacity(): number {
		return this.#channel.capacity;
	}

	peek(index: number): Message {
		return this.#channel.peek(index);
	}

	check(): void {
		this.#channel.check();
	}
}

/** Messages in a list without a limit, as a store. */
class RingStore implements Store {
	readonly place: number;
	readonly capacity = Infinity;
	readonly crossing: Crossing | undefined;
	readonly #ring: Ring<Message>;

	constructor(place: number, ring: Ring<Message>, crossing: Crossing | undefined) {
		this.place = place;
		this.#ring = ring;
		this.crossing = crossing;
	}

	get length(): number {
		return this.#ring.length;
	}

	peek(index: number): Message {
		return this.#ring.at(index);
	}

	check(): void {}
}

/** The buffer of a channel, at a station. */
export function channelStore(
	world: World,
	station: string,
	channel: Channel<Message, unknown>
): Store {
	return new ChannelStore(placeOf(world, station), channel);
}

/** Messages in a list without a limit, at a station; `crossing` if they cross it in some time. */
export function ringStore(
	world: World,
	station: string,
	ring: Ring<Message>,
	crossing?: Crossing
): Store {
	return new RingStore(placeOf(world, station), ring, crossing);
}
