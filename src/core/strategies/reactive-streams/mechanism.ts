import { STREAM, streamKey } from '../../chance/draw';
import type { Process, Steps } from '../../kernel/processes/operation';
import { WaitQueue } from '../../kernel/processes/wait-queue';
import { fromSeconds, type Nanoseconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import { Stock } from '../../measures/stock';
import { Channel } from '../../primitives/channel';
import { ClosableChannel } from '../../primitives/closable-channel';
import { Select } from '../../primitives/select';
import { UNBOUNDED } from '../../reactive/demand';
import { Link } from '../../reactive/link';
import { Monitor } from '../../reactive/monitor';
import { type ProcessOutlet, ProcessPublisher } from '../../reactive/process-publisher';
import type { Subscriber, Subscription } from '../../reactive/reactive-streams';
import { windowRate } from '../../reactive/throughput-law';
import type { ParameterKey, Scenario } from '../../scenario/scenario';
import { channelStore, ringStore } from '../../world/store';
import type { Worker } from '../../world/worker';
import {
	go,
	messageObserver,
	placeOf,
	signal,
	spawn,
	startWorkers,
	type World
} from '../../world/world';
import type { Mechanism } from '../strategy';
import { shape } from './shape';

/** What reactive streams are put together from, and what is told of them. */
export abstract class ReactiveMechanism implements Mechanism, Subscriber<Message> {
	static readonly shape = shape;
	readonly world: World;
	readonly settings: Scenario;
	/** What the publisher holds. */
	readonly buffer: ClosableChannel<Message>;
	/** Chooses what the publisher does next. */
	readonly select: Select;
	/** What the subscriber holds and no worker has taken. It never has more than was requested. */
	readonly inbox: Channel<Message>;
	/** The subscriber's only way to the publisher; null before `onSubscribe`. */
	subscription: Subscription | null = null;
	/** Processed since the subscriber last asked for more. */
	processed = 0;
	readonly stores;

	readonly #publisher: ProcessPublisher<Message>;
	/** At the publisher's end and at the subscriber's end of the link. */
	readonly #above: Monitor<Message>;
	readonly #below: Monitor<Message>;
	readonly #turns = new WaitQueue('its turn');
	/** 1 while the publisher has messages and no demand. */
	readonly #idle = new Stock();
	/** Whether the publisher delivers what nobody asked for. */
	readonly #ignoresDemand: boolean;

	constructor(world: World) {
		const { ledger, simulation, settings } = world;
		this.world = world;
		this.settings = settings;
		const { capacity } = settings.buffer;
		const observer = messageObserver(world, 'publisher', 'full');
		this.buffer = new ClosableChannel(simulation, 'publisher', capacity, observer);
		this.select = new Select(simulation, streamKey(settings.seed, STREAM.choice), 0);
		this.inbox = new Channel<Message>(simulation, 'inbox', Infinity);
		this.#publisher = new ProcessPublisher(simulation, (outlet) =>
			spawn(world, 'publisher', this.publish(outlet))
		);

		const delay = fromSeconds(settings.demand.delay);
		this.#ignoresDemand = settings.mistakes.includes('ignores-demand');
		// A publisher that ignores demand breaks rule 1.1, and only that one, for all to see: more is
		// delivered than was requested.
		const waived = this.#ignoresDemand ? ['1.1'] : [];
		this.#below = new Monitor<Message>(simulation, this, {
			fromPublisher: 2 * delay,
			fromSubscriber: 0,
			waived
		});
		const publisher = placeOf(world, 'publisher');
		const demand = placeOf(world, 'demand');
		const onTheWay = placeOf(world, 'link');
		const inbox = placeOf(world, 'inbox');
		const link = new Link<Message>(simulation, delay, this.#below, {
			requested: (n) => signal(world, 'request', orInfinity(n)),
			departed: (message) => {
				ledger.move(message, publisher, demand);
				ledger.move(message, demand, onTheWay);
			},
			arrived: (message) => ledger.move(message, onTheWay, inbox)
		});
		this.#above = new Monitor<Message>(simulation, link, {
			fromPublisher: 0,
			fromSubscriber: 2 * delay,
			waived
		});
		this.stores = [
			channelStore(world, 'publisher', this.buffer),
			ringStore(world, 'link', link.inFlight, {
				time: delay,
				departedAt: (index) => link.departedAt(index)
			}),
			channelStore(world, 'inbox', this.inbox)
		];

		this.#publisher.subscribe(this.#above);
		go(world, 'producer', this.produce());
		startWorkers(world, (worker) => this.work(worker));
	}

	abstract produce(): Process;
	abstract publish(outlet: ProcessOutlet<Message>): Process;
	abstract work(worker: Worker): Process;
	abstract onSubscribe(subscription: Subscription): void;
	abstract onNext(message: Message): void;
	abstract onError(error: Error): void;
	abstract onComplete(): void;

	get window(): number {
		return this.settings.demand.window;
	}

	get batch(): number {
		return this.settings.demand.batch ?? Math.min(10, this.window);
	}

	/**
	 * The next message for the publisher. When one is there already, the publisher first gets its turn
	 * at the one before, so that what is full and what is not never depends on who runs first.
	 */
	*take(): Steps<Message> {
		const { simulation, source } = this.world;
		if (source.waiting > 0) {
			const turn = simulation.wait(this.#turns);
			this.#turns.shift();
			simulation.wake(simulation.current, undefined);
			yield* turn;
		}
		return yield* source.take();
	}

	/** Puts a message into the buffer, at the cost of a message if it is full. */
	putOrDrop(message: Message): void {
		const { ledger } = this.world;
		if (this.settings.buffer.whenFull === 'drop-oldest') {
			const publisher = placeOf(this.world, 'publisher');
			for (const evicted of this.buffer.sendEvicting(message)) ledger.drop(evicted, publisher);
		} else if (!this.buffer.trySend(message)) ledger.drop(message);
	}

	readonly gauges = {
		'now.demand': () => orInfinity(this.#publisher.demand),
		'now.requested': () => orInfinity(this.#below.requested),
		'now.delivered': () => this.#below.delivered,
		'now.outstanding': () => orInfinity(this.#below.requested) - this.world.ledger.completed,
		'now.processedOfBatch': () => this.processed,
		'now.batch': () => this.batch,
		'now.linkIdle': (now: Nanoseconds) => (now === 0 ? 0 : this.#idle.areaUpTo(now) / now),
		'now.demandBound': () => {
			const { consumer, demand } = this.settings;
			return windowRate({
				window: this.window,
				batch: this.batch,
				roundTrip: 2 * demand.delay,
				serviceTime: consumer.serviceTime / consumer.workers
			});
		}
	};

	readonly stations = {
		inbox: { limit: () => (this.#mayOverrun ? Infinity : this.window) },
		demand: { isDead: () => this.#isForgotten }
	};

	readonly states = {
		'demand-spent': () => this.#hasNoDemand
	};

	changed(key: ParameterKey): void {
		if (key === 'buffer.capacity') this.buffer.resize(this.settings.buffer.capacity);
	}

	/** Runs after each event, and between two events nothing changes: so it also takes the time. */
	check(): void {
		const isIdle = Number(this.#hasNoDemand);
		if (isIdle !== this.#idle.value) {
			this.#idle.add(isIdle - this.#idle.value, this.world.simulation.now);
		}
		if (isIdle === 0 && this.#isHolding) {
			throw new RangeError('a message waits beside demand');
		}
	}

	/** Whether the publisher has messages, or the producer one that does not fit. */
	get #isHolding(): boolean {
		return this.buffer.length > 0 || this.buffer.blockedSenders > 0;
	}

	/** Whether more may come than there is room for: the subscriber asked for all, or was not asked. */
	get #mayOverrun(): boolean {
		return this.#ignoresDemand || this.#below.requested === UNBOUNDED;
	}

	/** Whether all that was requested is processed, and so nobody will ever ask for more. */
	get #isForgotten(): boolean {
		const { ledger, source } = this.world;
		const waits = source.waiting + ledger.hand + this.buffer.length > 0;
		const { requested } = this.#below;
		return waits && requested > 0 && requested === ledger.completed;
	}

	get #hasNoDemand(): boolean {
		return this.#isHolding && this.#publisher.demand === 0;
	}
}

/** Demand as people read it: what is unbounded has no number. */
function orInfinity(demand: number): number {
	return demand === UNBOUNDED ? Infinity : demand;
}
