import type { Process } from '../../kernel/processes/operation';
import type { Message } from '../../ledger/message';
import type { Channel } from '../../primitives/channel';
import { channelStore } from '../../world/store';
import type { Worker } from '../../world/worker';
import { go, messageChannel, startWorkers, type World } from '../../world/world';
import type { Mechanism } from '../strategy';
import { shape } from './shape';

/** An unbounded queue between producer and workers. Nothing ever waits, nothing travels upstream. */
export class NoBackpressure implements Mechanism {
	static readonly shape = shape;
	readonly world: World;
	readonly memory: Channel<Message>;
	readonly stores;
	readonly levels = { memoryLimit: () => this.world.settings.memory.limit ?? Infinity };

	constructor(world: World) {
		this.world = world;
		this.memory = messageChannel(world, 'memory', Infinity, null);
		this.stores = [channelStore(world, 'memory', this.memory)];
		go(world, 'producer', this.produce());
		startWorkers(world, (worker) => this.work(worker));
	}

	/** Puts each message into memory. */
	*produce(): Process {
		for (;;) {
			const message = yield* this.world.source.take();
			if (this.world.consumer.isDead) this.loseAtTheDoor(message);
			else if (this.isOutOfMemory) this.die(message);
			else yield* this.memory.send(message);
		}
	}

	/** Takes one message after the other and works on it. */
	*work(worker: Worker): Process {
		while (worker.isNeeded) {
			const message = yield* this.memory.receive();
			yield* worker.serve(message);
		}
	}

	/** Whether the message in hand, with all that is queued and in service, reaches the limit. */
	get isOutOfMemory(): boolean {
		const { ledger, settings } = this.world;
		return settings.memory.limit !== null && ledger.memory.value >= settings.memory.limit;
	}

	/** The message is the last straw: the process is killed and loses everything it held. */
	die(last: Message): void {
		const { consumer, ledger, places } = this.world;
		ledger.attempt();
		ledger.accept(last, places.lastStore);
		consumer.die();
		for (const message of [...this.memory.drain(), last]) ledger.lose(message, places.lastStore);
	}

	/** Nobody is there any more to take the message. */
	loseAtTheDoor(message: Message): void {
		const { ledger, places } = this.world;
		ledger.attempt();
		ledger.lose(message, places.producer);
	}
}
