import { Ring } from '../../kernel/ring';
import { type Nanoseconds, toSeconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import { Stock } from '../../measures/stock';
import type { ServiceWatcher } from '../../world/consumer';
import type { Holder, Holders } from '../../world/holders';
import { ringStore, type Store } from '../../world/store';
import type { Worker } from '../../world/worker';
import { placeOf, type World } from '../../world/world';

/** A place nobody is at; and one that is held for a task that is over. */
const EMPTY: Message = -1;
const LEAKED: Message = -2;

/** So many permits that came back last make the mean, and so many must have. */
const RECENT = 500;
const ENOUGH = 100;

/** One permit that is given out. */
class Place implements Holder {
	message: Message = EMPTY;
	worker: Worker | null = null;
	takenAt: Nanoseconds = 0;

	get startedAt(): Nanoseconds {
		return this.worker?.startedAt ?? Number.NaN;
	}

	get endsAt(): Nanoseconds {
		return this.worker?.endsAt ?? Number.NaN;
	}
}

/**
 * Which task holds which permit, since when, and whether a worker is at it. A task takes a free
 * place and keeps it until it gives its permit back; one that never does leaves a place behind
 * that is held by nobody.
 */
export class PermitTable implements Holders, ServiceWatcher {
	/** Tasks that hold a permit and wait for a worker. */
	readonly waiting: Store;
	readonly #waiting = new Ring<Message>();
	readonly #world: World;
	readonly #places: Place[] = [];
	readonly #free: Place[] = [];
	readonly #byMessage = new Map<Message, Place>();
	readonly #held = new Stock();
	#heldFor: Nanoseconds = 0;
	/** For how long the permits were held that came back last, and the sum of it. */
	readonly #recent = new Ring<Nanoseconds>();
	#recentlyHeldFor: Nanoseconds = 0;
	#leaked = 0;

	constructor(world: World) {
		this.#world = world;
		this.waiting = ringStore(world, 'permits', this.#waiting);
		world.consumer.watcher = this;
	}

	get length(): number {
		return Math.max(this.#places.length, this.#world.settings.semaphore.permits);
	}

	at(index: number): Holder {
		return this.#places[index] ?? new Place();
	}

	/** A task begins that holds a permit. */
	take(message: Message): void {
		const { ledger, simulation } = this.#world;
		const place = this.#free.pop() ?? this.#add();
		place.message = message;
		place.takenAt = simulation.now;
		this.#byMessage.set(message, place);
		this.#held.add(1, simulation.now);
		this.#waiting.push(message);
		ledger.move(message, placeOf(this.#world, 'polled'), placeOf(this.#world, 'permits'));
	}

	/** A task gives its permit back. */
	giveBack(message: Message): void {
		const place = this.#byMessage.get(message);
		if (place === undefined) throw new RangeError(`message ${message} holds no permit`);
		const { now } = this.#world.simulation;
		this.#byMessage.delete(message);
		const heldFor = now - place.takenAt;
		this.#heldFor += heldFor;
		this.#recent.push(heldFor);
		this.#recentlyHeldFor += heldFor;
		if (this.#recent.length > RECENT) this.#recentlyHeldFor -= this.#recent.shift();
		this.#held.add(-1, now);
		if (place.message === LEAKED) this.#leaked--;
		place.message = EMPTY;
		this.#free.push(place);
	}

	started(message: Message, worker: Worker): void {
		if (this.#waiting.shift() !== message) throw new RangeError('a task overtook another');
		const place = this.#byMessage.get(message);
		if (place !== undefined) place.worker = worker;
	}

	finished(message: Message): void {
		const place = this.#byMessage.get(message);
		if (place === undefined) return;
		place.worker = null;
		place.message = LEAKED;
		this.#leaked++;
	}

	/** Permits that can still come back. */
	get usable(): number {
		return this.#world.settings.semaphore.permits - this.#leaked;
	}

	/**
	 * Mean time for which a permit was held lately, in seconds. NaN while so few have come back that
	 * only the quick ones would count.
	 */
	#holdingTime(): number {
		const { length } = this.#recent;
		return length < ENOUGH ? Number.NaN : toSeconds(this.#recentlyHeldFor) / length;
	}

	/** What the permits are worth at that time each; NaN where more are held than there are. */
	#permitRate(): number {
		const { permits } = this.#world.settings.semaphore;
		if (this.usable === 0) return 0;
		return this.#held.value > permits ? Number.NaN : this.usable / this.#holdingTime();
	}

	readonly gauges = {
		'now.permitsHeld': () => this.#held.value,
		'now.permitsLeaked': () => this.#leaked,
		'now.tasksWaiting': () => this.#waiting.length,
		'now.holdingTime': () => this.#holdingTime(),
		'now.permitRate': () => this.#permitRate(),
		'now.heldMean': (now: Nanoseconds) => (now === 0 ? 0 : this.#held.areaUpTo(now) / now),
		'now.heldByLittle': (now: Nanoseconds) => (now === 0 ? 0 : this.#heldFor / now)
	};

	#add(): Place {
		const place = new Place();
		this.#places.push(place);
		return place;
	}
}
