import { describe, expect, it } from 'vitest';
import type { Process } from '../../src/core/kernel/operation';
import { Simulation } from '../../src/core/kernel/simulation';
import { Channel } from '../../src/core/primitives/channel';

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

describe('Go channels', () => {
	it('C1 unbuffered: a send completes only together with a receive', () => {
		const { simulation, log, send, receive } = lab(0);
		send(1, 'a');
		receive(5);
		simulation.advance(10);
		expect(log).toEqual([
			[5, 'got a'],
			[5, 'sent a']
		]);
	});

	it('C2 buffered: sends complete while there is a free slot, the next one waits', () => {
		const { simulation, channel, log, send } = lab(3);
		send(1, 'a', 'b', 'c', 'd');
		simulation.advance(10);
		expect(log.map(([, what]) => what)).toEqual(['sent a', 'sent b', 'sent c']);
		expect(channel.blockedSenders).toBe(1);
	});

	it('C3 values leave in the order in which they were sent', () => {
		const { simulation, log, send, receive } = lab(2);
		send(1, 'a', 'b', 'c', 'd');
		for (let time = 5; time < 9; time++) receive(time);
		simulation.advance(10);
		const got = log.filter(([, what]) => what.startsWith('got')).map(([, what]) => what);
		expect(got).toEqual(['got a', 'got b', 'got c', 'got d']);
	});

	it('C9 len is the buffered count, cap is the capacity', () => {
		const { simulation, channel, send } = lab(3);
		send(1, 'a', 'b');
		simulation.advance(10);
		expect([channel.length, channel.capacity]).toEqual([2, 3]);
	});

	it('R1 waiting receivers are served first come, first served', () => {
		const { simulation, log, send, receive } = lab(0);
		receive(1, 'first got');
		receive(2, 'second got');
		send(3, 'a', 'b');
		simulation.advance(10);
		expect(log.filter(([, what]) => what.includes('got'))).toEqual([
			[3, 'first got a'],
			[3, 'second got b']
		]);
	});

	it('R1 waiting senders are served first come, first served', () => {
		const { simulation, log, send, receive } = lab(0);
		send(1, 'early');
		send(2, 'late');
		receive(3);
		simulation.advance(10);
		expect(log).toEqual([
			[3, 'got early'],
			[3, 'sent early']
		]);
	});

	it('R2 a send with a waiting receiver hands over directly and bypasses the buffer', () => {
		const { simulation, channel, send, receive } = lab(5);
		receive(1);
		send(2, 'a');
		simulation.advance(10);
		expect(channel.length).toBe(0);
	});

	it('R3 a receive from a full buffer takes the head and lets a waiting sender in at the tail', () => {
		const { simulation, channel, log, send, receive } = lab(2);
		send(1, 'a', 'b', 'c');
		receive(5);
		simulation.advance(10);
		expect(log.at(-2)).toEqual([5, 'got a']);
		expect(log.at(-1)).toEqual([5, 'sent c']);
		expect([channel.peek(0), channel.peek(1), channel.length]).toEqual(['b', 'c', 2]);
	});

	it('R4 nobody waits for what is there', () => {
		const { simulation, channel, send, receive } = lab(1);
		send(1, 'a', 'b', 'c');
		receive(2);
		receive(2);
		simulation.onsettled = () => channel.check();
		expect(() => simulation.advance(10)).not.toThrow();
	});
});

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
		expect([channel.sendEvicting('a'), channel.sendEvicting('b')]).toEqual([null, null]);
		expect(channel.sendEvicting('c')).toBe('a');
		expect([channel.peek(0), channel.peek(1)]).toEqual(['b', 'c']);
	});

	it('throws out itself where there is no buffer', () => {
		const { channel } = lab(0);
		expect(channel.sendEvicting('a')).toBe('a');
	});
});

it.each([-1, 1.5, Number.NaN])('a channel refuses the capacity %s', (capacity) => {
	expect(() => lab(capacity)).toThrow('capacity must be a whole number ≥ 0');
});
