import { describe, expect, it } from 'vitest';
import { STREAM, streamKey } from '../../../src/core/chance/draw';
import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { receiving, sending } from '../../../src/core/primitives/channel-cases';
import { CLOSED, ClosableChannel } from '../../../src/core/primitives/closable-channel';
import { Select } from '../../../src/core/primitives/select';

const KEY = streamKey(1, STREAM.choice);

/** The programs with which Go's runtime tests its channels (runtime/chan_test.go), in virtual time. */
describe('a program of Go', () => {
	it('TestMultiConsumer: 23 workers pass on 271 828 items, each once', () => {
		const simulation = new Simulation();
		const primes = [2, 3, 7, 11, 13, 17, 19, 23, 27, 31];
		const workers = 23;
		const items = 271_828;
		const channel = (name: string) => new ClosableChannel<number>(simulation, name, 3 * workers);
		const questions = channel('questions');
		const results = channel('results');
		let atWork = workers;
		let expected = 0;
		let received = 0;
		let sum = 0;

		function* work(worker: number): Process {
			for (;;) {
				const item = yield* questions.receive();
				if (item === CLOSED) break;
				// Some give way to the others now and then, so that the order is not that of a queue.
				if (primes[worker % primes.length] === item) yield* simulation.sleep(0);
				yield* results.send(item);
			}
			if (--atWork === 0) results.close();
		}

		function* ask(): Process {
			for (let n = 0; n < items; n++) {
				const item = primes[n % primes.length] ?? 0;
				expected += item;
				yield* questions.send(item);
			}
			questions.close();
		}

		function* count(): Process {
			for (;;) {
				const item = yield* results.receive();
				if (item === CLOSED) return;
				received++;
				sum += item;
			}
		}

		for (let worker = 0; worker < workers; worker++) simulation.spawn(work(worker), 'worker');
		simulation.spawn(ask(), 'feeder');
		simulation.spawn(count(), 'consumer');
		simulation.advance(Infinity);
		expect([received, sum]).toEqual([items, expected]);
		expect([...simulation.processes]).toEqual([]);
	});

	it('TestSelectStress: what many processes and selects send, many receive, channel by channel', () => {
		const simulation = new Simulation();
		const count = 2000;
		const channels = [0, 0, 2, 3].map(
			(capacity, n) => new ClosableChannel<number>(simulation, `channel ${n}`, capacity)
		);
		const received = channels.map(() => 0);

		function* send(channel: ClosableChannel<number>): Process {
			for (let n = 0; n < count; n++) yield* channel.send(0);
		}

		function* receive(channel: ClosableChannel<number>): Process {
			for (let n = 0; n < count; n++) {
				yield* channel.receive();
				got(channels.indexOf(channel));
			}
		}

		function got(n: number): void {
			received[n] = (received[n] ?? 0) + 1;
		}

		/** Selects among the channels until each had its share; one that has is a nil channel. */
		function* selectAll(number: number, sends: boolean): Process {
			const select = new Select(simulation, KEY, number);
			const left = channels.map(() => count);
			while (left.some((share) => share > 0)) {
				const cases = channels.map((channel, n) => {
					if (left[n] === 0) return null;
					return sends ? sending(channel, 0) : receiving(channel);
				});
				const { index } = yield* select.one(...cases);
				left[index] = (left[index] ?? 0) - 1;
				if (!sends) got(index);
			}
		}

		for (const channel of channels) {
			simulation.spawn(send(channel), 'sender');
			simulation.spawn(receive(channel), 'receiver');
		}
		simulation.spawn(selectAll(0, true), 'selecting sender');
		simulation.spawn(selectAll(1, false), 'selecting receiver');
		simulation.advance(Infinity);
		expect(received).toEqual(channels.map(() => 2 * count));
		expect([...simulation.processes]).toEqual([]);
	});

	it.each([0, 100])('TestPseudoRandomSend: a select sends both items, capacity %i', (capacity) => {
		const simulation = new Simulation();
		const channel = new ClosableChannel<number>(simulation, 'channel', capacity);
		const select = new Select(simulation, KEY, 0);
		const counts = [0, 0];

		function* receive(): Process {
			for (let n = 0; n < 100; n++) {
				yield* simulation.sleep(1);
				const item = yield* channel.receive();
				if (item !== CLOSED) counts[item] = (counts[item] ?? 0) + 1;
			}
		}

		function* send(): Process {
			for (;;) yield* select.one(sending(channel, 0), sending(channel, 1));
		}

		simulation.spawn(receive(), 'receiver');
		simulation.spawn(send(), 'sender');
		simulation.advance(Infinity);
		for (const count of counts) expect(count).toBeGreaterThan(10);
	});
});
