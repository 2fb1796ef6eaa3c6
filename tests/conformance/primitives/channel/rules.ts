import { expect } from 'vitest';
import { describeWaits } from '../../../../src/core/kernel/parking/describe-waits';
import type { Simulation } from '../../../../src/core/kernel/simulation';
import type { ClosableChannel } from '../../../../src/core/primitives/closable-channel';
import type { Rule } from '../../rule';
import { ProcessLab } from '../process-lab';

export type MakeChannel = (simulation: Simulation, capacity: number) => ClosableChannel<number>;

/** A channel, and processes that send into it, receive from it and close it. */
class ChannelLab extends ProcessLab {
	readonly channel: ClosableChannel<number>;

	constructor(make: MakeChannel, capacity: number) {
		super();
		const { simulation } = this;
		const channel = make(simulation, capacity);
		this.channel = channel;
		simulation.onsettled = () => channel.check();
	}

	/** A process that sends some items, one after the other. */
	send(at: number, ...items: number[]) {
		const { channel } = this;
		const note = (item: number) => this.note(`sent ${item}`);
		return this.go(at, function* () {
			for (const item of items) {
				yield* channel.send(item);
				note(item);
			}
		});
	}

	/** A process that receives so many items, one after the other. */
	receive(at: number, count = 1, name = 'got') {
		const { channel } = this;
		const note = (item: number | symbol) => this.note(`${name} ${String(item)}`);
		return this.go(at, function* () {
			for (let n = 0; n < count; n++) note(yield* channel.receive());
		});
	}

	close(at: number) {
		const { channel } = this;
		const note = () => this.note('closed');
		return this.go(at, function* () {
			channel.close();
			note();
		});
	}
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const CLOSED = 'Symbol(closed)';
const SEND_ON_CLOSED = 'send on a closed channel';

/** What the specification of Go promises of channels. */
const SPECIFIED: readonly Rule<MakeChannel>[] = [
	{
		name: 'C1 unbuffered: a send completes only together with a receive',
		check(make) {
			const lab = new ChannelLab(make, 0);
			lab.send(1, 7);
			lab.receive(5);
			lab.receive(8);
			lab.send(9, 8);
			expect(lab.run().log).toEqual([
				[5, 'got 7'],
				[5, 'sent 7'],
				[9, 'sent 8'],
				[9, 'got 8']
			]);
		}
	},
	{
		name: 'C2 buffered: a send completes while a slot is free, a receive while an item is there',
		check(make) {
			const lab = new ChannelLab(make, 3);
			lab.send(0, 1, 2, 3, 4);
			lab.simulation.advance(4);
			expect(lab.log).toEqual([1, 2, 3].map((item) => [0, `sent ${item}`]));
			lab.receive(5, 5);
			lab.run();
			expect(lab.log.slice(3)).toEqual([
				...[1, 2, 3, 4].map((item) => [5, `got ${item}`]),
				[5, 'sent 4']
			]);
			expect(describeWaits(lab.simulation)).toEqual(['process waits: receive from channel']);
		}
	},
	{
		name: 'C3 items leave in the order in which they were sent',
		check(make) {
			for (const capacity of [...numbers(10), 99, 100, 101]) {
				const lab = new ChannelLab(make, capacity);
				lab.send(0, ...numbers(100));
				lab.receive(1, 100);
				const got = lab.run().said.filter((what) => what.startsWith('got'));
				expect(got).toEqual(numbers(100).map((item) => `got ${item}`));
			}
		}
	},
	{
		name: 'C5 a send on a closed channel fails, whether it would have to wait or not',
		check(make) {
			for (const capacity of [0, 1]) {
				const lab = new ChannelLab(make, capacity);
				lab.close(1);
				lab.send(2, 7);
				expect(lab.run().log).toEqual([
					[1, 'closed'],
					[2, SEND_ON_CLOSED]
				]);
				expect(() => lab.channel.trySend(7)).toThrow(SEND_ON_CLOSED);
				expect(() => lab.channel.sendEvicting(7)).toThrow(SEND_ON_CLOSED);
			}
		}
	},
	{
		name: 'C5 a blocked sender fails when the channel is closed, and its item is gone with it',
		check(make) {
			const lab = new ChannelLab(make, 1);
			lab.send(0, 1, 2);
			lab.send(1, 3);
			lab.close(4);
			lab.receive(5, 2);
			expect(lab.run().log).toEqual([
				[0, 'sent 1'],
				[4, 'closed'],
				[4, SEND_ON_CLOSED],
				[4, SEND_ON_CLOSED],
				[5, 'got 1'],
				[5, `got ${CLOSED}`]
			]);
		}
	},
	{
		name: 'C6 a closed channel cannot be closed again',
		check(make) {
			const lab = new ChannelLab(make, 1);
			lab.close(1);
			lab.close(2);
			expect(lab.run().log).toEqual([
				[1, 'closed'],
				[2, 'close of a closed channel']
			]);
		}
	},
	{
		name: 'C7 a closed channel gives what is in its buffer, then says that it is closed, and never waits',
		check(make) {
			for (const capacity of numbers(5)) {
				const lab = new ChannelLab(make, capacity);
				lab.send(0, ...numbers(capacity));
				lab.close(1);
				lab.receive(2, capacity + 2);
				expect(lab.run().log.filter(([at]) => at === 2)).toEqual(
					[...numbers(capacity), CLOSED, CLOSED].map((item) => [2, `got ${item}`])
				);
				expect(describeWaits(lab.simulation)).toEqual([]);
			}
		}
	},
	{
		name: 'C8 to close a channel wakes all who wait to receive from it',
		check(make) {
			const lab = new ChannelLab(make, 2);
			for (const at of [1, 2, 3]) lab.receive(at, 1, `${at} got`);
			lab.close(7);
			expect(lab.run().log.slice(1)).toEqual([1, 2, 3].map((at) => [7, `${at} got ${CLOSED}`]));
		}
	},
	{
		name: 'C9 the length is what is in the buffer, and the capacity is what it was made with',
		check(make) {
			const lab = new ChannelLab(make, 2);
			const seen: number[][] = [];
			lab.simulation.onsettled = () => seen.push([lab.channel.length, lab.channel.capacity]);
			lab.send(1, 1);
			lab.send(2, 2);
			lab.send(3, 3);
			lab.receive(4, 4);
			lab.close(5);
			lab.run();
			expect(seen).toEqual([1, 2, 2, 0, 0].map((length) => [length, 2]));
		}
	}
];

/** What the runtime of Go does and its specification does not promise. */
const OF_THE_RUNTIME: readonly Rule<MakeChannel>[] = [
	{
		name: 'R1 those who wait to receive are served in the order in which they came',
		check(make) {
			const lab = new ChannelLab(make, 0);
			for (const at of [1, 2, 3]) lab.receive(at, 1, `${at} got`);
			lab.send(5, 7, 8, 9);
			const got = lab.run().said.filter((what) => what.includes('got'));
			expect(got).toEqual(['1 got 7', '2 got 8', '3 got 9']);
		}
	},
	{
		name: 'R1 those who wait to send are served in the order in which they came',
		check(make) {
			const lab = new ChannelLab(make, 0);
			for (const at of [1, 2, 3]) lab.send(at, at);
			lab.receive(5, 3);
			const got = lab.run().said.filter((what) => what.startsWith('got'));
			expect(got).toEqual(['got 1', 'got 2', 'got 3']);
		}
	},
	{
		name: 'R2 a send to a waiting receiver hands over directly: the buffer stays empty',
		check(make) {
			const lab = new ChannelLab(make, 5);
			const { channel } = lab;
			lab.receive(1);
			lab.go(2, function* () {
				yield* channel.send(7);
				// The receiver has not run yet.
				lab.note(`then ${channel.length}`);
			});
			expect(lab.run().said).toEqual(['then 0', 'got 7']);
		}
	},
	{
		name: 'R3 a receive from a full buffer takes the head and lets a waiting item in at the tail',
		check(make) {
			const lab = new ChannelLab(make, 2);
			const { channel } = lab;
			lab.send(1, 1, 2, 3);
			lab.go(5, function* () {
				lab.note(`got ${String(yield* channel.receive())}`);
				lab.note(`then ${channel.peek(0)} ${channel.peek(1)}, ${channel.length} in all`);
			});
			expect(lab.run().log.slice(2)).toEqual([
				[5, 'got 1'],
				[5, 'then 2 3, 2 in all'],
				[5, 'sent 3']
			]);
		}
	},
	{
		name: 'M1 the k-th receive happens before the (k + capacity)-th send completes',
		check(make) {
			for (const capacity of numbers(4)) {
				const lab = new ChannelLab(make, capacity);
				const { channel, simulation } = lab;
				const sent: number[] = [];
				const received: number[] = [];
				lab.go(0, function* () {
					for (const item of numbers(60)) {
						yield* simulation.sleep((item * 7) % 5);
						yield* channel.send(item);
						sent.push(simulation.now);
					}
				});
				lab.go(0, function* () {
					for (const item of numbers(60)) {
						yield* channel.receive();
						received.push(simulation.now);
						yield* simulation.sleep((item * 11) % 6);
					}
				});
				lab.run();
				for (const [k, at] of received.entries()) {
					expect(sent[k + capacity] ?? Infinity).toBeGreaterThanOrEqual(at);
				}
			}
		}
	}
];

export const CHANNEL_RULES = [...SPECIFIED, ...OF_THE_RUNTIME];
