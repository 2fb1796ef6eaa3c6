import type { Process } from '../kernel/operation';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import type { Ledger } from '../measures/ledger';
import type { Message } from '../measures/message';
import { Stock } from '../measures/stock';
import type { Scenario } from '../scenario/scenario';
import { ServiceTimes } from './service-times';
import { Worker } from './worker';

/** What each worker does all day. */
export type WorkerBody = (worker: Worker) => Process;

/** The workers, how many are wanted, and what they are busy with. */
export class Consumer {
	readonly workers: Worker[] = [];
	/** Workers that work. */
	readonly busy = new Stock();
	/** Workers that are there, busy or idle. */
	readonly employed = new Stock();

	readonly #simulation: Simulation;
	readonly #settings: Scenario;
	readonly #ledger: Ledger;
	readonly #station: number;
	readonly #serviceTimes: ServiceTimes;
	#body: WorkerBody | null = null;
	#role = -1;
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

	/** How many workers are wanted. */
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

	/** The number of workers in the settings was changed: hires, or lets idle ones go. */
	workersChanged(): void {
		const body = this.#body;
		if (body === null || this.#isDead) return;
		const { now } = this.#simulation;
		for (let number = this.workers.length; number < this.places; number++) {
			this.workers.push(new Worker(this.#simulation, this, number));
		}
		for (const worker of this.workers) {
			if (worker.process?.hasEnded) worker.process = null;
			if (worker.isNeeded && worker.process === null) {
				const name = `worker ${worker.number + 1}`;
				worker.process = this.#simulation.spawn(body(worker), name, this.#role);
				this.employed.add(1, now);
			} else if (!worker.isNeeded && !worker.isBusy && worker.process !== null) {
				worker.stop();
				this.employed.add(-1, now);
			}
		}
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
			if (worker.process !== null && !worker.process.hasEnded) this.employed.add(-1, now);
			worker.stop();
		}
	}

	/** A worker starts on a message; says how long it will take. */
	started(message: Message): Nanoseconds {
		this.busy.add(1, this.#simulation.now);
		this.#ledger.start(message);
		return this.#serviceTimes.of(message);
	}

	/** A worker is done with a message, and leaves if it is no longer needed. */
	finished(message: Message, worker: Worker): void {
		const { now } = this.#simulation;
		this.busy.add(-1, now);
		if (!worker.isNeeded) this.employed.add(-1, now);
		this.#ledger.complete(message);
	}
}
