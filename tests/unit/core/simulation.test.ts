import { describe, expect, it } from 'vitest';
import { describeWaits } from '../../../src/core/kernel/parking/describe-waits';
import { Interruption } from '../../../src/core/kernel/processes/interruption';
import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { TIMER_CLASS } from '../../../src/core/kernel/timers';
import { Channel } from '../../../src/core/primitives/channel';

describe('virtual time', () => {
	it('jumps from one timer to the next', () => {
		const simulation = new Simulation();
		const log: [number, string][] = [];
		function* sleeper(name: string, ...naps: number[]): Process {
			for (const nap of naps) {
				yield* simulation.sleep(nap);
				log.push([simulation.now, name]);
			}
		}
		simulation.spawn(sleeper('a', 5, 5), 'a');
		simulation.spawn(sleeper('b', 7), 'b');
		simulation.advance(100);
		expect(log).toEqual([
			[5, 'a'],
			[7, 'b'],
			[10, 'a']
		]);
	});

	it('runs events at exactly the end and none after it', () => {
		const simulation = new Simulation();
		let fired = 0;
		for (const time of [10, 11]) {
			const place = simulation.timers.register({ fire: () => fired++ });
			simulation.timers.set(place, time, TIMER_CLASS.offer);
		}
		expect(simulation.advance(10)).toBe(true);
		expect(fired).toBe(1);
	});

	it('stops after the asked number of events', () => {
		const simulation = new Simulation();
		function* ticker(): Process {
			for (;;) yield* simulation.sleep(1);
		}
		simulation.spawn(ticker(), 'ticker');
		expect(simulation.advance(100, 3)).toBe(false);
		expect([simulation.events, simulation.now]).toEqual([3, 3]);
	});
});

describe('at one instant', () => {
	it('timers fire by class, then in the order in which they were set', () => {
		const simulation = new Simulation();
		const log: string[] = [];
		const set = (name: string, timerClass: 0 | 1 | 2 | 3 | 4 | 5 | 6) => {
			const place = simulation.timers.register({ fire: () => log.push(name) });
			simulation.timers.set(place, 5, timerClass);
		};
		set('offer', TIMER_CLASS.offer);
		set('second completion', TIMER_CLASS.completion);
		set('third completion', TIMER_CLASS.completion);
		set('retry', TIMER_CLASS.retry);
		set('change', TIMER_CLASS.change);
		simulation.advance(5);
		expect(log).toEqual(['change', 'second completion', 'third completion', 'retry', 'offer']);
	});

	it('everything that is ready runs before the next timer', () => {
		const simulation = new Simulation();
		const log: string[] = [];
		function* sleeper(name: string): Process {
			yield* simulation.sleep(5);
			log.push(name);
			simulation.spawn(child(name), name);
		}
		function* child(name: string): Process {
			log.push(`child of ${name}`);
		}
		simulation.spawn(sleeper('a'), 'a');
		simulation.spawn(sleeper('b'), 'b');
		simulation.advance(5);
		expect(log).toEqual(['a', 'child of a', 'b', 'child of b']);
	});
});

describe('timers', () => {
	it('come out in order however they were set, moved and canceled', () => {
		const simulation = new Simulation();
		const log: number[] = [];
		const places = Array.from({ length: 40 }, (_, n) =>
			simulation.timers.register({ fire: () => log.push(n) })
		);
		places.forEach((place, n) => {
			simulation.timers.set(place, (n * 17) % 40, TIMER_CLASS.offer);
		});
		places.forEach((place, n) => {
			if (n % 3 === 0) simulation.timers.cancel(place);
			if (n % 5 === 1) simulation.timers.set(place, 100 - n, TIMER_CLASS.offer);
		});
		simulation.advance(1000);
		const expected = places
			.map((_, n) => ({ n, time: n % 5 === 1 ? 100 - n : (n * 17) % 40 }))
			.filter(({ n }) => n % 3 !== 0 || n % 5 === 1)
			.sort((one, other) => one.time - other.time)
			.map(({ n }) => n);
		expect(log).toEqual(expected);
	});
});

describe('a process', () => {
	it('that forgets yield* before a wait is named', () => {
		const simulation = new Simulation();
		const channel = new Channel<number>(simulation, 'channel', 0);
		function* forgetful(): Process {
			channel.send(1);
			yield* simulation.sleep(1);
		}
		simulation.spawn(forgetful(), 'the forgetful one');
		expect(() => simulation.advance(10)).toThrow(
			'the forgetful one uses a primitive without yield*'
		);
	});

	it('that forgets yield* where nothing had to wait is named too', () => {
		const simulation = new Simulation();
		const channel = new Channel<number>(simulation, 'channel', 5);
		function* forgetful(): Process {
			channel.send(1);
		}
		simulation.spawn(forgetful(), 'the forgetful one');
		expect(() => simulation.advance(10)).toThrow('without yield*');
	});

	it('that fails shows its own error', () => {
		const simulation = new Simulation();
		function* failing(): Process {
			yield* simulation.sleep(1);
			throw new RangeError('out of paper');
		}
		simulation.spawn(failing(), 'printer');
		expect(() => simulation.advance(10)).toThrow('out of paper');
	});
});

describe('a process that nobody keeps', () => {
	it('runs in the order of its start, among those that are kept', () => {
		const simulation = new Simulation();
		const log: string[] = [];
		function* runner(name: string): Process {
			log.push(name);
			yield* simulation.sleep(1);
			log.push(`${name} again`);
		}
		simulation.spawn(runner('first'), 'first');
		simulation.go(runner('second'), 'second');
		simulation.spawn(runner('third'), 'third');
		simulation.advance(10);
		expect(log).toEqual([
			...['first', 'second', 'third'],
			...['first again', 'second again', 'third again']
		]);
	});

	it('leaves room for the next, which knows nothing of it', () => {
		const simulation = new Simulation();
		const log: string[] = [];
		const told = () =>
			Array.from(simulation.processes, ({ name, role, line }) => [name, role, line]);
		function* brief(): Process {
			yield* simulation.sleep(1);
			// Comes too late to meet it: it waits no more.
			simulation.interrupt(simulation.current, new Interruption('of the first'));
		}
		function* next(): Process {
			yield* simulation.sleep(1);
			log.push('slept');
		}
		simulation.go(brief(), 'first', 3);
		simulation.advance(5);
		expect(told()).toEqual([]);
		simulation.go(next(), 'second', 4);
		expect(told()).toEqual([['second', 4, 0]]);
		simulation.advance(10);
		expect(log).toEqual(['slept']);
	});

	it('is not the one that somebody kept', () => {
		const simulation = new Simulation();
		function* brief(): Process {
			yield* simulation.sleep(1);
		}
		const kept = simulation.spawn(brief(), 'kept');
		simulation.advance(5);
		simulation.go(brief(), 'another');
		expect([kept.name, kept.hasEnded]).toEqual(['kept', true]);
	});
});

describe('the deadlock report', () => {
	it('names who waits on what', () => {
		const simulation = new Simulation();
		const full = new Channel<number>(simulation, 'the full channel', 1);
		const empty = new Channel<number>(simulation, 'the empty channel', 1);
		function* sender(): Process {
			yield* full.send(1);
			yield* full.send(2);
		}
		function* receiver(): Process {
			yield* empty.receive();
		}
		simulation.spawn(sender(), 'sender');
		simulation.spawn(receiver(), 'receiver');
		simulation.advance(100);
		expect(describeWaits(simulation)).toEqual([
			'sender waits: send to the full channel',
			'receiver waits: receive from the empty channel'
		]);
	});
});
