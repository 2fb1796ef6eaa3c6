import { describe, expect, it } from 'vitest';
import { STREAM, streamKey } from '../../../src/core/chance/draw';
import { Interruption } from '../../../src/core/kernel/processes/interruption';
import type { Process } from '../../../src/core/kernel/processes/operation';
import type { RunningProcess } from '../../../src/core/kernel/processes/running-process';
import { WaitQueue } from '../../../src/core/kernel/processes/wait-queue';
import { Simulation } from '../../../src/core/kernel/simulation';
import { TIMER_CLASS } from '../../../src/core/kernel/timers';
import { Channel } from '../../../src/core/primitives/channel';
import { receiving } from '../../../src/core/primitives/channel-cases';
import { Select } from '../../../src/core/primitives/select';

/** A simulation with a log, and something that interrupts a process at a time. */
function lab() {
	const simulation = new Simulation();
	const log: [at: number, what: string][] = [];
	const note = (what: unknown) => log.push([simulation.now, String(what)]);
	function* interruption(process: RunningProcess, at: number): Process {
		yield* simulation.sleep(at);
		simulation.interrupt(process, new Interruption('enough'));
	}
	return {
		simulation,
		log,
		note,
		interrupt: (process: RunningProcess, at: number) =>
			simulation.spawn(interruption(process, at), 'interrupter')
	};
}

describe('an interrupt', () => {
	it('is thrown where the process waits, and its finally runs', () => {
		const { simulation, log, note, interrupt } = lab();
		function* sleeper(): Process {
			try {
				yield* simulation.sleep(100);
			} finally {
				note('put away');
			}
		}
		const process = simulation.spawn(sleeper(), 'sleeper');
		interrupt(process, 5);
		simulation.advance(Infinity);
		expect(log).toEqual([[5, 'put away']]);
		expect(process.hasEnded).toBe(true);
		expect([...simulation.processes]).toEqual([]);
	});

	it('cancels the timer: nothing happens any more at the time for which it was set', () => {
		const { simulation, interrupt } = lab();
		function* sleeper(): Process {
			yield* simulation.sleep(100);
		}
		interrupt(simulation.spawn(sleeper(), 'sleeper'), 5);
		simulation.advance(Infinity);
		expect([simulation.now, simulation.events]).toEqual([5, 1]);
	});

	it('that is caught lets the process go on, and wait again', () => {
		const { simulation, log, note, interrupt } = lab();
		function* sleeper(): Process {
			try {
				yield* simulation.sleep(100);
			} catch (error) {
				note(error);
			}
			yield* simulation.sleep(10);
			note('slept');
		}
		interrupt(simulation.spawn(sleeper(), 'sleeper'), 5);
		simulation.advance(Infinity);
		expect(log).toEqual([
			[5, 'Interruption: enough'],
			[15, 'slept']
		]);
	});

	it('takes the process out of its queue, and the next one is served', () => {
		const { simulation, log, note, interrupt } = lab();
		const channel = new Channel<string>(simulation, 'channel', 0);
		function* receiver(name: string): Process {
			note(`${name} got ${yield* channel.receive()}`);
		}
		function* sender(): Process {
			yield* simulation.sleep(7);
			yield* channel.send('it');
		}
		interrupt(simulation.spawn(receiver('first'), 'first'), 5);
		simulation.spawn(receiver('second'), 'second');
		simulation.spawn(sender(), 'sender');
		simulation.advance(Infinity);
		expect(log).toEqual([[7, 'second got it']]);
	});

	it('ends a wait that has a deadline, and the deadline with it', () => {
		const { simulation, log, note, interrupt } = lab();
		const queue = new WaitQueue('queue');
		function* waiter(): Process {
			try {
				note(yield* simulation.waitAtMost(queue, 100, TIMER_CLASS.retry, 'too late'));
			} catch (error) {
				note(error);
			}
		}
		interrupt(simulation.spawn(waiter(), 'waiter'), 5);
		simulation.advance(Infinity);
		expect(log).toEqual([[5, 'Interruption: enough']]);
		expect([queue.length, simulation.events]).toEqual([0, 1]);
	});

	it('takes nothing away that the process was given already: it comes at the next wait', () => {
		const { simulation, log, note } = lab();
		const channel = new Channel<string>(simulation, 'channel', 1);
		function* receiver(): Process {
			note(`got ${yield* channel.receive()}`);
			// There is a free slot, so that this would not have to wait.
			yield* channel.send('an answer');
			note('never');
		}
		const process = simulation.spawn(receiver(), 'receiver');
		simulation.settle();
		channel.trySend('it');
		simulation.interrupt(process, new Interruption('enough'));
		simulation.settle();
		expect(log).toEqual([[0, 'got it']]);
		expect([process.hasEnded, channel.length]).toEqual([true, 0]);
	});

	it('meets a process that has not begun at its first wait', () => {
		const { simulation, log, note } = lab();
		function* sleeper(): Process {
			note('began');
			yield* simulation.sleep(1);
			note('never');
		}
		simulation.interrupt(simulation.spawn(sleeper(), 'sleeper'), new Interruption('enough'));
		simulation.advance(Infinity);
		expect(log).toEqual([[0, 'began']]);
	});

	it('comes twice if it is sent twice', () => {
		const { simulation, log, note } = lab();
		function* stubborn(): Process {
			for (let n = 0; n < 3; n++) {
				try {
					yield* simulation.sleep(10);
					note('slept');
				} catch (error) {
					note(error);
				}
			}
		}
		const process = simulation.spawn(stubborn(), 'stubborn');
		simulation.settle();
		for (const reason of ['enough', 'really']) {
			simulation.interrupt(process, new Interruption(reason));
		}
		simulation.advance(Infinity);
		expect(log).toEqual([
			[0, 'Interruption: enough'],
			[0, 'Interruption: really'],
			[10, 'slept']
		]);
	});

	it('ends a hand-written process, which knows no errors', () => {
		const { simulation, interrupt } = lab();
		const process = simulation.spawn({ next: () => simulation.sleep(100).next() }, 'by hand');
		interrupt(process, 5);
		simulation.advance(Infinity);
		expect([process.hasEnded, simulation.now]).toEqual([true, 5]);
	});

	it('of a process that has ended does nothing, to no other process either', () => {
		const { simulation, log, note } = lab();
		function* sleeper(name: string): Process {
			yield* simulation.sleep(10);
			note(`${name} slept`);
		}
		const first = simulation.spawn(sleeper('first'), 'first');
		simulation.advance(Infinity);
		// The second gets the place that the timer of the first had.
		simulation.spawn(sleeper('second'), 'second');
		simulation.settle();
		simulation.interrupt(first, new Interruption('enough'));
		expect(Array.from(simulation.processes, ({ name }) => name)).toEqual(['second']);
		simulation.advance(Infinity);
		expect(log.map(([, what]) => what)).toEqual(['first slept', 'second slept']);
	});

	it('takes a process that selects out of all its queues', () => {
		const { simulation, log, note, interrupt } = lab();
		const channels = [1, 2].map((n) => new Channel<string>(simulation, `channel ${n}`, 0));
		const select = new Select(simulation, streamKey(1, STREAM.choice), 0);
		function* chooser(): Process {
			try {
				yield* select.one(...channels.map(receiving));
			} catch (error) {
				note(error);
			}
		}
		interrupt(simulation.spawn(chooser(), 'chooser'), 5);
		interrupt(simulation.spawn(chooser(), 'other chooser'), 6);
		simulation.advance(5);
		expect(channels.map(({ receivers }) => receivers.length)).toEqual([1, 1]);
		simulation.advance(6);
		expect(channels.map(({ receivers }) => receivers.length)).toEqual([0, 0]);
		expect(log.map(([at]) => at)).toEqual([5, 6]);
	});

	it('hides no other error: what its finally throws surfaces', () => {
		const { simulation, interrupt } = lab();
		function* clumsy(): Process {
			try {
				yield* simulation.sleep(100);
			} finally {
				drop('a plate');
			}
		}
		function drop(what: string): void {
			throw new RangeError(`dropped ${what}`);
		}
		interrupt(simulation.spawn(clumsy(), 'clumsy'), 5);
		expect(() => simulation.advance(Infinity)).toThrow('dropped a plate');
	});
});

describe('the list of processes', () => {
	it('has those that have not ended, in the order of their start', () => {
		const { simulation } = lab();
		function* sleeper(span: number): Process {
			yield* simulation.sleep(span);
		}
		const names = () => Array.from(simulation.processes, ({ name }) => name);
		for (const [name, span] of [
			['a', 4],
			['b', 1],
			['c', 3],
			['d', 2]
		] as const) {
			simulation.spawn(sleeper(span), name);
		}
		const seen = [0, 1, 2, 3, 4].map((time) => {
			simulation.advance(time);
			return names().join('');
		});
		expect(seen).toEqual(['abcd', 'acd', 'ac', 'a', '']);
	});
});
