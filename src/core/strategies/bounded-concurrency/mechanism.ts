import type { Process } from '../../kernel/processes/operation';
import type { Message } from '../../ledger/message';
import { Semaphore } from '../../primitives/semaphore';
import type { ParameterKey } from '../../scenario/scenario';
import { Hiring } from '../../world/hiring';
import { MessageTopic } from '../../world/message-topic';
import { ringStore } from '../../world/store';
import { go, signal, type World } from '../../world/world';
import type { Mechanism } from '../strategy';
import { PermitTable } from './permit-table';
import { shape } from './shape';

/** What bounded concurrency is put together from, and what is told of it. */
export abstract class BoundedMechanism implements Mechanism {
	static readonly shape = shape;
	readonly world: World;
	readonly topic: MessageTopic;
	readonly permits: Semaphore;
	readonly workers: Hiring;
	/** Which task holds which permit, for the picture and the readings. */
	readonly holders: PermitTable;
	readonly stores;

	constructor(world: World) {
		this.world = world;
		this.permits = new Semaphore(world.simulation, 'a permit', world.settings.semaphore.permits);
		this.holders = new PermitTable(world);
		this.topic = new MessageTopic(world, () =>
			Math.min(this.holders.usable, world.settings.consumer.workers)
		);
		this.stores = [
			ringStore(world, 'topic', this.topic.unpolled),
			ringStore(world, 'polled', this.topic.polled),
			this.holders.waiting
		];
		this.workers = new Hiring(world.simulation, world.consumer);
		go(world, 'producer', this.produce());
		go(world, 'loop', this.loop());
	}

	abstract produce(): Process;
	abstract loop(): Process;
	abstract task(record: Message): Process;

	/** Lets a task begin that has a permit. */
	start(record: Message): void {
		this.topic.handOver(record);
		this.holders.take(record);
		go(this.world, 'task', this.task(record));
	}

	/** The permit of a task comes back, for whoever waits. That is what travels upstream. */
	release(record: Message): void {
		this.holders.giveBack(record);
		signal(this.world, 'release');
		this.permits.release();
	}

	get lag() {
		return this.topic.lagStock;
	}

	get followed() {
		return this.topic.followed;
	}

	get gauges() {
		return { ...this.topic.gauges, ...this.holders.gauges };
	}

	readonly stations = { permits: { isShut: () => this.permits.waiting > 0 } };

	readonly states = {
		'permits-gone': () => this.permits.held >= this.permits.size,
		'permits-lost': () => this.holders.usable <= 0
	};

	changed(key: ParameterKey): void {
		if (key !== 'semaphore.permits') return;
		this.holders.resized();
		this.permits.resize(this.world.settings.semaphore.permits);
	}

	check(): void {
		this.topic.check();
		this.permits.check();
	}
}
