import type { Process, Steps } from '../../kernel/processes/operation';
import { fromSeconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import type { Channel } from '../../primitives/channel';
import type { ParameterKey } from '../../scenario/scenario';
import { channelStore } from '../../world/store';
import type { Worker } from '../../world/worker';
import {
	go,
	messageChannel,
	signal,
	startWorkers,
	type World,
	waitToRetry
} from '../../world/world';
import type { Mechanism } from '../strategy';
import { shape } from './shape';

/** A channel with few slots between producer and workers. */
export class SmallBuffers implements Mechanism {
	static readonly shape = shape;
	readonly world: World;
	readonly channel: Channel<Message>;
	readonly stores;

	constructor(world: World) {
		this.world = world;
		this.channel = messageChannel(world, 'channel', this.capacity(), 'full');
		this.stores = [channelStore(world, 'channel', this.channel)];
		go(world, 'producer', this.produce());
		startWorkers(world, (worker) => this.work(worker));
	}

	/** How many messages fit between producer and workers. */
	capacity(): number {
		return this.world.settings.buffer.capacity;
	}

	/** Sends each message into the channel. A full channel makes `send` wait: that is the signal. */
	*produce(): Process {
		const { channel, world } = this;
		for (;;) {
			const message = yield* world.source.take();
			switch (world.settings.buffer.whenFull) {
				case 'block':
					yield* channel.send(message);
					break;
				case 'drop-newest':
					if (!channel.trySend(message)) world.ledger.drop(message);
					break;
				case 'drop-oldest':
					for (const evicted of channel.sendEvicting(message)) world.ledger.drop(evicted);
					break;
				case 'fail':
					yield* this.sendOrRefuse(message);
			}
		}
	}

	/** Tries until the channel takes the message, or gives it up at the first refusal. */
	*sendOrRefuse(message: Message): Steps {
		while (!this.channel.trySend(message)) {
			signal(this.world, 'refused');
			if (this.world.settings.refused.then === 'drop') return this.world.ledger.refuse(message);
			yield* waitToRetry(this.world, message, fromSeconds(this.world.settings.refused.after));
		}
	}

	/** Takes one message after the other and works on it. */
	*work(worker: Worker): Process {
		while (worker.isNeeded) {
			const message = yield* this.channel.receive();
			yield* worker.serve(message);
		}
	}

	changed(key: ParameterKey): void {
		if (key === 'buffer.capacity') this.channel.resize(this.capacity());
	}
}
