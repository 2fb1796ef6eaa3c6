import { Ring } from '../../kernel/ring';
import { type Nanoseconds, toSeconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import { Stock } from '../../measures/stock';
import type { ServiceWatcher } from '../../world/consumer';
import type { Holder, Holders } from '../../world/holders';
import { ringStore, type Store } from '../../world/store';
import type { Worker } from '../../world/worker';
import { placeOf, type World } from '../../world/world';
import { PermitPlaces } from './permit-places';

/** So many permits that came back last make the mean, and so many must have. */
const RECENT = 500;
const ENOUGH = 100;

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
	readonly #places: PermitPlaces;
	readonly #held = new Stock();
	#heldFor: Nanoseconds = 0;
	/** For how long the permits were held that came back last, and the sum of it. */
	readonly #recent = new Ring<Nanoseconds>();
	#recentlyHeldFor: Nanoseconds = 0;
	#leaked = 0;

	constructor(world: World) {
		this.#world = world;
		this.#places = new PermitPlaces(() => world.settings.semaphore.permits);
		this.waiting = ringStore(world, 'permits', this.#waiting);
		world.consumer.watcher = this;
	}

	get length(): number {
		return this.#places.length;
	}

	at(index: number): Holder {
		return this.#places.at(index);
	}

	/** The number of permits in the settings was changed. */
	resized(): void {
		this.#places.resized();
	}

	/** A task begins that holds a permit. */
	take(message: Message): void {
		const { ledger, simulation } = this.#world;
		this.#places.take(message, simulation.now);
		this.#held.add(1, simulation.now);
		this.#waiting.push(message);
		ledger.move(message, placeOf(this.#world, 'polled'), placeOf(this.#world, 'permits'));
	}

	/** A task gives its permit back. */
	giveBack(message: Message): void {
		const place = this.#places.of(message);
		if (place === undefined) throw new RangeError(`message ${message} holds no permit`);
		const { now } = this.#world.simulation;
		const heldFor = now - place.takenAt;
		this.#heldFor += heldFor;
		this.#recent.push(heldFor);
		this.#recentlyHeldFor += heldFor;
		if (this.#recent.length > RECENT) this.#recentlyHeldFor -= this.#recent.shift();
		this.#held.add(-1, now);
		if (place.isOver) this.#leaked--;
		this.#places.leave(place);
	}

	started(message: Message, worker: Worker): void {
		if (this.#waiting.shift() !== message) throw new RangeError('a task overtook another');
		const place = this.#places.of(message);
		if (place !== undefined) place.worker = worker;
	}

	finished(message: Message): void {
		const place = this.#places.of(message);
		if (place === undefined) return;
		place.worker = null;
		place.isOver = true;
		this.#leaked++;
	}

	get kept(): number {
		return this.#leaked;
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
}
