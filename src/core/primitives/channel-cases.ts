import type { Channel } from './channel';
import type { Case } from './select';

/** The case of a select that receives from a channel, as `receive` does. */
export function receiving<T, Rest>(channel: Channel<T, Rest>): Case<T | Rest> {
	return {
		get isReady() {
			return channel.canReceive;
		},
		queue: channel.receivers,
		item: undefined,
		act: () => channel.take()
	};
}

/**
 * The case of a select that sends an item into a channel, as `send` does. An observer of the channel
 * hears of the item when it enters, and of no attempt before.
 */
export function sending<T, Rest>(channel: Channel<T, Rest>, item: T): Case<void> {
	return {
		get isReady() {
			return channel.canSend;
		},
		queue: channel.senders,
		item,
		act: () => {
			channel.trySend(item);
		}
	};
}
