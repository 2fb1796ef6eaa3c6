import type { Process } from '../kernel/operation';
import type { Message } from '../measures/message';
import type { Channel } from '../primitives/channel';
import type { Worker } from '../world/worker';
import { messageChannel, roleIndex, spawn, type World } from '../world/world';
import { shape } from './no-backpressure.shape';
import type { Strategy } from './strategy';

/** Puts each message into memory. Nothing ever waits here, and nothing travels upstream. */
function* produce(world: World, memory: Channel<Message>): Process {
	for (;;) {
		const message = yield* world.source.take();
		if (world.consumer.isDead) loseAtTheDoor(world, message);
		else if (isOutOfMemory(world)) die(world, memory, message);
		else yield* memory.send(message);
	}
}

/** Takes one message after the other and works on it. */
function* work(worker: Worker, memory: Channel<Message>): Process {
	while (worker.isNeeded) {
		const message = yield* memory.receive();
		yield* worker.serve(message);
	}
}

/** Whether the message in hand, with all that is queued and in service, reaches the limit. */
function isOutOfMemory({ ledger, settings }: World): boolean {
	return settings.memory.limit !== null && ledger.memory.value >= settings.memory.limit;
}

/** The message is the last straw: the process is killed and loses everything it held. */
function die({ consumer, ledger, places }: World, memory: Channel<Message>, last: Message): void {
	ledger.attempt();
	ledger.accept(last, places.lastStore);
	consumer.die();
	for (const message of [...memory.drain(), last]) ledger.lose(message, places.lastStore);
}

/** Nobody is there any more to take the message. */
function loseAtTheDoor({ ledger, places }: World, message: Message): void {
	ledger.attempt();
	ledger.lose(message, places.producer);
}

export const noBackpressure: Strategy = {
	shape,
	start(world) {
		const memory = messageChannel(world, 'memory', Infinity, null);
		spawn(world, 'producer', produce(world, memory));
		world.consumer.start((worker) => work(worker, memory), roleIndex(shape, 'worker'));
		return { stores: [memory], changed() {} };
	}
};
