import { describe, expect, it } from 'vitest';
import type { Process } from '../../../src/core/kernel/processes/operation';
import { Simulation } from '../../../src/core/kernel/simulation';
import { Channel } from '../../../src/core/primitives/channel';

/** A simulation with one channel, and processes that write what they did and when. */
function lab(capacity: number) {
	const simulation = new Simulation();
	const channel = new Channel<string>(simulation, 'channel', capacity);
	const log: [number, string][] = [];
	function* send(at: number, ...items: string[]): Process {
		yield* simulation.sleep(at);
		for (const item of items) {
			yield* channel.send(item);
			log.push([simulation.now, `sent ${item}`]);
		}
	}
	function* receive(at: number, name = 'got'): Process {
		yield* simulation.sleep(at);
		const item = yield* channel.receive();
		log.push([simulation.now, `${name} ${item}`]);
	}
	return {
		simulation,
		channel,
		log,
		send: (at: number, ...items: string[]) => simulation.spawn(send(at, ...items), 'sender'),
		receive: (at: number, name?: string) => simulation.spawn(receive(at, name), 'receiver')
	};
}

describe('a channel whose buffer', () => {
	it('is made smaller loses nothing and lets nobody in until it fits', () => {
		const { simulation, channel, log, send, receive } = lab(3);
		send(1, 'a', 'b', 'c', 'd');
		for (let time = 5; time < 9; time++) receive(time);
		simulation.advance(2);
		channel.resize(1);
		simulation.advance(6);
		expect([channel.length, channel.blockedSenders]).toEqual([1, 1]);
		simulation.advance(10);
		expect(log).toContainEqual([7, 'sent d']);
		expect(log.at(-1)).toEqual([8, 'got d']);
	});

	it('is made larger lets waiting senders in at once', () => {
		const { simulation, channel, send } = lab(1);
		send(1, 'a', 'b', 'c');
		simulation.advance(2);
		channel.resize(5);
		simulation.advance(3);
		expect([channel.length, channel.blockedSenders]).toEqual([3, 0]);
	});
});

describe('a send that must not wait', () => {
	it('succeeds exactly when a slot is free or a receiver waits', () => {
		const { simulation, channel, receive } = lab(1);
		expect([channel.trySend('a'), channel.trySend('b')]).toEqual([true, false]);
		receive(1);
		receive(2);
		simulation.advance(3);
		expect([channel.trySend('c'), channel.trySend('d'), channel.trySend('e')]).toEqual([
			true,
			true,
			false
		]);
	});

	it('can throw out the oldest instead', () => {
		const { channel } = lab(2);
		expect([channel.sendEvicting('a'), channel.sendEvicting('b')]).toEqual([[], []]);
		expect(channel.sendEvicting('c')).toEqual(['a']);
		expect([channel.peek(0), channel.peek(1)]).toEqual(['b', 'c']);
	});

	it('throws out itself where there is no buffer', () => {
		const { channel } = lab(0);
		expect(channel.sendEvicting('a')).toEqual(['a']);
	});
});

it.each([-1, 1.5, Number.NaN])('a channel refuses the capacity %s', (capacity) => {
	expect(() => lab(capacity)).toThrow('capacity must be a whole number ≥ 0');
});

describe('the check of a channel finds', () => {
	it('a receiver beside a sender', () => {
		const { simulation, channel, receive, send } = lab(0);
		send(1, 'a');
		simulation.advance(1);
		const [sender] = channel.senders;
		channel.senders.shift();
		receive(2);
		simulation.advance(3);
		if (sender !== undefined) channel.senders.push(sender);
		expect(() => channel.check()).toThrow('a receiver waits beside a waiting item');
	});

	it('a sender beside a free slot', () => {
		const { simulation, channel, send } = lab(1);
		send(1, 'a', 'b');
		simulation.advance(1);
		channel.drain();
		expect(() => channel.check()).toThrow('a sender waits beside a free slot');
	});
});
