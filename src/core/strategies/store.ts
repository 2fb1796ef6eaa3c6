import type { Ring } from '../kernel/ring';
import type { Nanoseconds } from '../kernel/time';
import type { Message } from '../measures/message';
import type { Channel } from '../primitives/channel';
import { placeOf, type World } from '../world/world';

/** A place where accepted messages wait, as the picture and the invariants see it. */
export interface Store {
	/** The station at which it is, by its place in the plan. */
	readonly place: number;
	readonly length: number;
	/** Infinity for a store without a limit. */
	readonly capacity: number;
	/** The message `index` places behind the one that leaves next. */
	peek(index: number): Message;
	/** When the message at that place set out, for a store that messages cross in some time. */
	departedAt?(index: number): Nanoseconds;
	/** @throws {Error} if a rule of the store is broken. */
	check(): void;
}

/** The buffer of a channel, at a station. */
export function channelStore(world: World, station: string, channel: Channel<Message>): Store {
	return {
		place: placeOf(world, station),
		get length() {
			return channel.length;
		},
		get capacity() {
			return channel.capacity;
		},
		peek: (index) => channel.peek(index),
		check: () => channel.check()
	};
}

/** Messages in a list without a limit, at a station; `departedAt` if they cross it in some time. */
export function ringStore(
	world: World,
	station: string,
	ring: Ring<Message>,
	departedAt?: Store['departedAt']
): Store {
	return {
		place: placeOf(world, station),
		get length() {
			return ring.length;
		},
		capacity: Infinity,
		peek: (index) => ring.at(index),
		...(departedAt && { departedAt }),
		check() {}
	};
}
