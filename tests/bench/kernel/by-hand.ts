import type { Process, Suspended } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { Channel } from '../../../src/core/primitives/channel';
import { LINE, LINE_SLOTS, MESSAGES } from './workloads';

const GO_ON: IteratorResult<Suspended, void> = { done: false, value: undefined };
const END: IteratorResult<Suspended, void> = { done: true, value: undefined };

/** The producer of the line as a hand-written iterator: the same steps without a generator. */
function produceByHand(simulation: Simulation, channel: Channel<number>): Process {
	let message = 0;
	let hasMade = false;
	return {
		next() {
			for (;;) {
				if (!hasMade) {
					if (message === MESSAGES) return END;
					hasMade = true;
					if (!simulation.sleep(LINE.gap(message)).next().done) return GO_ON;
				}
				hasMade = false;
				if (!channel.send(message++).next().done) return GO_ON;
			}
		}
	};
}

/** The consumer of the line as a hand-written iterator. */
function consumeByHand(simulation: Simulation, channel: Channel<number>): Process {
	let pending: IteratorResult<unknown, number> | null = null;
	let isServing = false;
	return {
		next() {
			for (;;) {
				if (!isServing) {
					const operation = pending === null ? channel.receive() : simulation.current.operation;
					pending = operation.next() as IteratorResult<unknown, number>;
					if (!pending.done) return GO_ON;
					const message = pending.value;
					pending = null;
					isServing = true;
					if (!simulation.sleep(LINE.service(message)).next().done) return GO_ON;
				}
				isServing = false;
			}
		}
	};
}

/** The line on the kernel with hand-written processes instead of generators. */
export function lineByHand(): number {
	const simulation = new Simulation();
	const channel = new Channel<number>(simulation, 'line', LINE_SLOTS);
	simulation.spawn(produceByHand(simulation, channel), 'producer');
	simulation.spawn(consumeByHand(simulation, channel), 'consumer');
	simulation.advance(Infinity);
	return simulation.now;
}
