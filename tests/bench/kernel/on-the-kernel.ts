import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { TIMER_CLASS, type TimerOwner } from '../../../src/core/kernel/timers';
import { Channel } from '../../../src/core/primitives/channel';
import { Semaphore } from '../../../src/core/primitives/semaphore';
import { LINE, LINE_SLOTS, MESSAGES, QUEUE, TASK_PERMITS, TASKS, type Workload } from './workloads';

/** Offers messages on its own clock; a library source, written by hand. */
class Offers implements TimerOwner {
	readonly #simulation: Simulation;
	readonly #work: Workload;
	readonly #take: (message: number) => void;
	readonly #place: number;
	#next = 0;

	constructor(simulation: Simulation, work: Workload, take: (message: number) => void) {
		this.#simulation = simulation;
		this.#work = work;
		this.#take = take;
		this.#place = simulation.timers.register(this);
		this.#arm();
	}

	fire(): void {
		this.#take(this.#next++);
		if (this.#next < MESSAGES) this.#arm();
	}

	#arm(): void {
		const time = this.#simulation.now + this.#work.gap(this.#next);
		this.#simulation.timers.set(this.#place, time, TIMER_CLASS.offer);
	}
}

function* consume(
	simulation: Simulation,
	channel: Channel<number>,
	{ service }: Workload
): Process {
	for (;;) {
		const message = yield* channel.receive();
		yield* simulation.sleep(service(message));
	}
}

function* produce(simulation: Simulation, channel: Channel<number>, { gap }: Workload): Process {
	for (let message = 0; message < MESSAGES; message++) {
		yield* simulation.sleep(gap(message));
		yield* channel.send(message);
	}
}

/** M/M/1 on the bare kernel: no ledger, no digest. Returns when the last message is done. */
export function queueOnTheKernel(): number {
	const simulation = new Simulation();
	const channel = new Channel<number>(simulation, 'queue', Infinity);
	new Offers(simulation, QUEUE, (message) => channel.trySend(message));
	simulation.spawn(consume(simulation, channel, QUEUE), 'consumer');
	simulation.advance(Infinity);
	return simulation.now;
}

/** The line on the bare kernel, both ends as generators, as a strategy is written. */
export function lineOnTheKernel(): number {
	const simulation = new Simulation();
	const channel = new Channel<number>(simulation, 'line', LINE_SLOTS);
	simulation.spawn(produce(simulation, channel, LINE), 'producer');
	simulation.spawn(consume(simulation, channel, LINE), 'consumer');
	simulation.advance(Infinity);
	return simulation.now;
}

function* task(simulation: Simulation, permits: Semaphore, message: number): Process {
	yield* permits.acquire();
	try {
		yield* simulation.sleep(TASKS.service(message));
	} finally {
		permits.release();
	}
}

/** A task for each message on the bare kernel, and a semaphore that all of them share. */
export function tasksOnTheKernel(): number {
	const simulation = new Simulation();
	const permits = new Semaphore(simulation, 'permit', TASK_PERMITS);
	new Offers(simulation, TASKS, (message) => {
		simulation.go(task(simulation, permits, message), 'task');
	});
	simulation.advance(Infinity);
	return simulation.now;
}
