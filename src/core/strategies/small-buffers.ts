import type { Process, Steps } from '../kernel/operation';
import type { Message } from '../measures/message';
import type { Channel } from '../primitives/channel';
import type { Worker } from '../world/worker';
import { messageChannel, roleIndex, signal, spawn, type World, waitToRetry } from '../world/world';
import { shape } from './small-buffers.shape';
import type { Strategy } from './strategy';

/** Sends each message into the channel. A full channel makes `send` wait: that is the signal. */
function* produce(world: World, channel: Channel<Message>): Process {
	for (;;) {
		const message = yield* world.source.take();
		switch (world.settings.buffer.whenFull) {
			case 'block':
				yield* channel.send(message);
				break;
			case 'drop-newest':
				if (!channel.trySend(message)) world.ledger.drop(message);
				break;
			case 'drop-oldest': {
				const evicted = channel.sendEvicting(message);
				if (evicted !== null) world.ledger.drop(evicted);
				break;
			}
			case 'fail':
				yield* sendOrRefuse(world, channel, message);
		}
	}
}

/** Tries until the channel takes the message, or gives it up at the first refusal. */
function* sendOrRefuse(world: World, channel: Channel<Message>, message: Message): Steps {
	while (!channel.trySend(message)) {
		signal(world, 'refused');
		if (world.settings.refused.then === 'drop') return world.ledger.refuse(message);
		yield* waitToRetry(world, message);
	}
}

/** Takes one message after the other and works on it. */
function* work(worker: Worker, channel: Channel<Message>): Process {
	while (worker.isNeeded) {
		const message = yield* channel.receive();
		yield* worker.serve(message);
	}
}

export const smallBuffers: Strategy = {
	shape,
	start(world) {
		const channel = messageChannel(world, 'channel', world.settings.buffer.capacity, 'full');
		spawn(world, 'producer', produce(world, channel));
		world.consumer.start((worker) => work(worker, channel), roleIndex(shape, 'worker'));
		return {
			stores: [channel],
			changed(key) {
				if (key === 'buffer.capacity') channel.resize(world.settings.buffer.capacity);
			}
		};
	}
};
