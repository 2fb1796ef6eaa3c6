import type { Operation } from '../kernel/processes/operation';
import { WaitQueue } from '../kernel/processes/wait-queue';
import type { Simulation } from '../kernel/simulation';
import type { Consumer } from './consumer';
import { LowestFirst } from './lowest-first';
import type { Worker } from './worker';

/** Lets tasks hire the workers of a consumer, each for one service. */
export class Hiring {
	readonly #simulation: Simulation;
	readonly #consumer: Consumer;
	readonly #hirers = new WaitQueue('a free worker');
	/** The numbers of workers that may be free. */
	readonly #free = new LowestFirst();

	constructor(simulation: Simulation, consumer: Consumer) {
		this.#simulation = simulation;
		this.#consumer = consumer;
		consumer.open((worker) => {
			this.#free.add(worker.number);
			this.#hireOut();
		});
	}

	/** A free worker, for one service. Tasks get one in the order in which they asked. */
	hire(): Operation<Worker> {
		const worker = this.#freeWorker();
		if (worker === undefined) return this.#simulation.wait(this.#hirers) as Operation<Worker>;
		const operation = this.#simulation.begin() as Operation<Worker>;
		worker.isHired = true;
		return operation.ready(worker);
	}

	/** The free worker with the lowest number. */
	#freeWorker(): Worker | undefined {
		for (;;) {
			const { first } = this.#free;
			const worker = this.#consumer.workers[first];
			if (worker === undefined || (worker.isThere && !worker.isHired)) return worker;
			this.#free.delete(first);
		}
	}

	/** Gives free workers to the tasks that have waited longest. */
	#hireOut(): void {
		while (this.#hirers.length > 0) {
			const worker = this.#freeWorker();
			const hirer = worker === undefined ? null : this.#hirers.shift();
			if (worker === undefined || hirer === null) return;
			worker.isHired = true;
			this.#simulation.wake(hirer, worker);
		}
	}
}
