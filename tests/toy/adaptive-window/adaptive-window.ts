import type { Process } from '../../../src/core/kernel/processes/operation';
import { Ring } from '../../../src/core/kernel/ring';
import { fromSeconds, type Nanoseconds } from '../../../src/core/kernel/time';
import { TIMER_CLASS } from '../../../src/core/kernel/timers';
import type { Message } from '../../../src/core/ledger/message';
import type { Channel } from '../../../src/core/primitives/channel';
import { Semaphore } from '../../../src/core/primitives/semaphore';
import type { Mechanism } from '../../../src/core/strategies/strategy';
import { Hiring } from '../../../src/core/world/hiring';
import type { Holder, Holders } from '../../../src/core/world/holders';
import { channelStore, ringStore } from '../../../src/core/world/store';
import type { Worker } from '../../../src/core/world/worker';
import { go, messageChannel, placeOf, type World } from '../../../src/core/world/world';
import { shape } from './shape';

/** How often the window is looked at; how long a message may wait for it; how long a task may take. */
const LOOK = 50e6;
const WAIT_MOST = 30e6;
const TASK_MOST = 4;

/** A message in flight, and the worker that is at it. */
class Flight implements Holder {
	readonly message: Message;
	readonly beganAt: Nanoseconds;
	worker: Worker | null = null;

	constructor(message: Message, beganAt: Nanoseconds) {
		this.message = message;
		this.beganAt = beganAt;
	}

	get startedAt(): Nanoseconds {
		return this.worker?.startedAt ?? Number.NaN;
	}

	get endsAt(): Nanoseconds {
		return this.worker?.endsAt ?? Number.NaN;
	}
}

/**
 * As many tasks at a time as turn out well: one more at each look while the inbox fills, half as many
 * once a task was late. Nobody turns a knob for it.
 */
export class AdaptiveWindow implements Mechanism, Holders {
	static readonly shape = shape;
	readonly world: World;
	readonly inbox: Channel<Message>;
	readonly window: Semaphore;
	readonly workers: Hiring;
	readonly stores;
	readonly holders = this;
	readonly kept = 0;
	readonly #waiting = new Ring<Message>();
	readonly #flights: Flight[] = [];
	#wasLate = false;

	constructor(world: World) {
		this.world = world;
		this.inbox = messageChannel(world, 'inbox', 2, 'full');
		this.window = new Semaphore(world.simulation, 'a place in the window', 1);
		this.workers = new Hiring(world.simulation, world.consumer);
		this.stores = [
			channelStore(world, 'inbox', this.inbox),
			ringStore(world, 'window', this.#waiting)
		];
		go(world, 'producer', this.produce());
		go(world, 'loop', this.loop());
		go(world, 'control', this.control());
	}

	/** Puts each message into the inbox, as soon as there is room. */
	*produce(): Process {
		for (;;) yield* this.inbox.send(yield* this.world.source.take());
	}

	/** Starts a task for each message that is not too old, as soon as the window has a place. */
	*loop(): Process {
		for (;;) {
			yield* this.window.acquire();
			const message = yield* this.inbox.receive();
			if (this.#isTooOld(message)) {
				this.world.ledger.drop(message, placeOf(this.world, 'inbox'));
				this.window.release();
			} else go(this.world, 'task', this.task(this.#depart(message)));
		}
	}

	/** Works on a message as soon as a worker is free, and leaves the window. */
	*task(flight: Flight): Process {
		const worker = yield* this.workers.hire();
		this.#waiting.shift();
		flight.worker = worker;
		yield* worker.serve(flight.message);
		this.#arrive(flight);
		this.window.release();
	}

	/** Additive increase, multiplicative decrease. */
	*control(): Process {
		for (;;) {
			yield* this.world.simulation.sleep(LOOK, TIMER_CLASS.lagSample);
			if (this.#wasLate) this.#resize(Math.max(1, Math.floor(this.window.size / 2)));
			else if (this.inbox.length >= this.levels.lagLimit()) this.#resize(this.window.size + 1);
			this.#wasLate = false;
		}
	}

	get length(): number {
		return Math.max(this.window.size, this.#flights.length);
	}

	at(index: number): Holder {
		return this.#flights[index] ?? new Flight(-1, 0);
	}

	readonly gauges = {
		'now.batch': () => this.window.size,
		'now.demand': () => this.inbox.capacity,
		'now.outstanding': () => this.#flights.length
	};

	readonly stations = {
		window: { isShut: () => this.window.waiting > 0 && this.inbox.length > 0 }
	};

	readonly levels = { lagLimit: () => this.window.size };

	#isTooOld(message: Message): boolean {
		const { ledger, simulation } = this.world;
		return simulation.now - ledger.times.acceptedAt(message) > WAIT_MOST;
	}

	#depart(message: Message): Flight {
		const flight = new Flight(message, this.world.simulation.now);
		this.#flights.push(flight);
		this.#waiting.push(message);
		this.world.ledger.move(message, placeOf(this.world, 'inbox'), placeOf(this.world, 'window'));
		return flight;
	}

	#arrive(flight: Flight): void {
		this.#flights.splice(this.#flights.indexOf(flight), 1);
		const { settings, simulation } = this.world;
		const most = TASK_MOST * fromSeconds(settings.consumer.serviceTime);
		if (simulation.now - flight.beganAt > most) this.#wasLate = true;
	}

	#resize(size: number): void {
		this.window.resize(size);
		this.inbox.resize(2 * size);
	}
}
