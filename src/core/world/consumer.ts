import type { Process } from '../kernel/processes/operation';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import type { Ledger } from '../ledger/ledger';
import type { Message } from '../ledger/message';
import { Stock } from '../measures/stock';
import type { Scenario } from '../scenario/scenario';
import { ServiceTimes } from './service-times';
import { Worker } from './worker';

/** What each worker does all day. */
export type WorkerBody = (worker: Worker) => Process;

/** Somebody who is told whom a worker works for. */
export interface ServiceWatcher {
	started(message: Message, worker: Worker): void;
	finished(message: Message): void;
}

/**
 * The workers, how many are wanted, and what they are busy with. Either each worker is a process that
 * takes one message after the other, or tasks hire workers for as long as they need one.
 *
 * When fewer are wanted than are there, nothing that has begun is taken away, and nothing new begins
 * until fewer are there than are wanted: idle workers go at once, and whoever finishes goes as long as
 * there are too many.
 */
export class Consumer {
	readonly workers: Worker[] = [];
	/** Workers that work. */
	readonly busy = new Stock();
	/** Workers that are there, busy or idle. */
	readonly employed = new Stock();

	watcher: ServiceWatcher | null = null;

	readonly #simulation: Simulation;
	readonly #settings: Scenario;
	readonly #ledger: Ledger;
	readonly #station: number;
	readonly #serviceTimes: ServiceTimes;
	#body: WorkerBody | null = null;
	#role = -1;
	/** Told whenever a worker may be free, where tasks hire them. */
	#onfree: ((worker: Worker) => void) | null = null;
	#isDead = false;

	constructor(simulation: Simulation, settings: Scenario, ledger: Ledger, station: number) {
		this.#simulation = simulation;
		this.#settings = settings;
		this.#ledger = ledger;
		this.#station = station;
		this.#serviceTimes = new ServiceTimes(settings);
	}

	/** True after it ran out of memory: nobody works here any more. */
	get isDead(): boolean {
		return this.#isDead;
	}

	/** How many workers are wanted; more may be there until they have finished. */
	get places(): number {
		return this.#isDead ? 0 : this.#settings.consumer.workers;
	}

	/** Messages in service. */
	get inService(): number {
		return this.busy.value;
	}

	/** Puts the workers to work. `role` is the place of their role in the strategy's plan. */
	start(body: WorkerBody, role: number): void {
		this.#body = body;
		this.#role = role;
		this.workersChanged();
	}

	/** Lets tasks hire workers; `onfree` is called with each that may be free. */
	open(onfree: (worker: Worker) => void): void {
		this.#onfree = onfree;
		this.workersChanged();
	}

	/** The number of workers in the settings was changed: more come, or idle ones go. */
	workersChanged(): void {
		if ((this.#body === null && this.#onfree === null) || this.#isDead) return;
		this.#sendIdleHome();
		this.#fillPlaces();
	}

	/** Everything in service is lost and everybody stops, for good. */
	die(): void {
		const { now } = this.#simulation;
		this.#isDead = true;
		for (const worker of this.workers) {
			if (worker.isBusy) {
				this.busy.add(-1, now);
				this.#ledger.lose(worker.message, this.#station);
			}
			worker.stop();
			if (worker.isThere) this.#dismiss(worker);
		}
	}

	/** A worker starts on a message; says how long it will take. */
	started(message: Message, worker: Worker): Nanoseconds {
		this.busy.add(1, this.#simulation.now);
		this.#ledger.start(message);
		this.watcher?.started(message, worker);
		return this.#serviceTimes.of(message);
	}

	/** A worker is done with a message, and leaves if too many are there or its place is gone. */
	finished(message: Message, worker: Worker): void {
		this.busy.add(-1, this.#simulation.now);
		if (worker.number >= this.places || this.employed.value > this.places) {
			this.#dismiss(worker);
			this.#fillPlaces();
		}
		this.#ledger.complete(message);
		this.watcher?.finished(message);
	}

	/** A hired worker has nothing more to do. */
	freed(worker: Worker): void {
		worker.isHired = false;
		this.#onfree?.(worker);
	}

	/** Idle workers go until no more are there than are wanted, the highest number first. */
	#sendIdleHome(): void {
		for (const worker of this.workers.toReversed()) {
			if (this.employed.value <= this.places) return;
			if (!worker.isThere || worker.isBusy || worker.isHired) continue;
			worker.stop();
			this.#dismiss(worker);
		}
	}

	/** Workers come until as many are there as are wanted, to the lowest places that are free. */
	#fillPlaces(): void {
		for (let number = 0; this.employed.value < this.places; number++) {
			const worker = this.workers[number] ?? new Worker(this.#simulation, this, number);
			if (number === this.workers.length) this.workers.push(worker);
			if (!worker.isThere) this.#employ(worker);
		}
	}

	#employ(worker: Worker): void {
		worker.isThere = true;
		this.employed.add(1, this.#simulation.now);
		if (this.#body === null) {
			this.#onfree?.(worker);
			return;
		}
		const name = `worker ${worker.number + 1}`;
		worker.process = this.#simulation.spawn(this.#body(worker), name, this.#role);
	}

	#dismiss(worker: Worker): void {
		worker.isThere = false;
		this.employed.add(-1, this.#simulation.now);
	}
}
