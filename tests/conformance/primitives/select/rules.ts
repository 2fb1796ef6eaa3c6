import { expect } from 'vitest';
import { STREAM, streamKey } from '../../../../src/core/chance/draw';
import { describeWaits } from '../../../../src/core/kernel/parking/describe-waits';
import { Interruption } from '../../../../src/core/kernel/processes/interruption';
import type { Simulation } from '../../../../src/core/kernel/simulation';
import { receiving, sending } from '../../../../src/core/primitives/channel-cases';
import { ClosableChannel } from '../../../../src/core/primitives/closable-channel';
import type { Cases, ChoiceLog, Select } from '../../../../src/core/primitives/select';
import type { Rule } from '../../rule';
import { ProcessLab } from '../process-lab';

export type MakeSelect = (
	simulation: Simulation,
	key: number,
	number: number,
	log: ChoiceLog | null
) => Select;

/** The stream of choices. */
export const KEY = streamKey(1, STREAM.choice);

/** Channels, and a process that selects among them. */
export class SelectLab extends ProcessLab {
	readonly select: Select;
	readonly choices: [index: number, ready: number][] = [];

	constructor(make: MakeSelect, number = 0) {
		super();
		this.select = make(this.simulation, KEY, number, (...choice) => this.choices.push(choice));
	}

	channel(capacity: number, ...items: number[]): ClosableChannel<number> {
		const channel = new ClosableChannel<number>(this.simulation, 'channel', capacity);
		for (const item of items) channel.trySend(item);
		return channel;
	}

	closed(capacity = 0, ...items: number[]): ClosableChannel<number> {
		const channel = this.channel(capacity, ...items);
		channel.close();
		return channel;
	}

	/** Starts a process that selects once, and writes down what it chose and got. */
	choose(at: number, ...cases: Cases) {
		const { select } = this;
		const note = (what: string) => this.note(what);
		return this.go(at, function* () {
			const { index, value } = yield* select.one(...cases);
			note(`chose ${index}, got ${String(value)}`);
		});
	}
}

/** What the specification and the runtime of Go say of select, chance aside. */
export const SELECT_RULES: readonly Rule<MakeSelect>[] = [
	{
		name: 'C4 a null case, which stands for a nil channel, is never ready',
		check(make) {
			const lab = new SelectLab(make);
			lab.choose(0, null, null);
			lab.choose(0, null, receiving(lab.channel(1, 7)), null);
			expect(lab.select.tryOne(null)).toBe(null);
			expect(lab.run().said).toEqual(['chose 1, got 7']);
			expect(describeWaits(lab.simulation)).toEqual(['process waits: nothing at all']);
		}
	},
	{
		name: 'C10 channels and items are evaluated once, in the order in which they stand, before the choice',
		check(make) {
			const lab = new SelectLab(make);
			const named = <T>(name: string, value: T): T => {
				lab.note(name);
				return value;
			};
			const a = lab.channel(1, 7);
			const b = lab.channel(0);
			lab.go(0, function* () {
				const choice = yield* lab.select.one(
					receiving(named('a', a)),
					sending(named('b', b), named('item', 8)),
					receiving(named('b again', b))
				);
				lab.note(`chose ${choice.index}`);
			});
			expect(lab.run().said).toEqual(['a', 'b', 'item', 'b again', 'chose 0']);
		}
	},
	{
		name: 'C12 the default is taken only when nothing is ready',
		check(make) {
			const lab = new SelectLab(make);
			const { select } = lab;
			const free = lab.channel(1);
			expect(select.tryOne()).toBe(null);
			expect(select.tryOne(receiving(free))).toBe(null);
			expect(select.tryOne(receiving(free), sending(free, 7))).toMatchObject({ index: 1 });
			expect(select.tryOne(sending(free, 8))).toBe(null);
			expect(select.tryOne(sending(free, 8), receiving(free))).toEqual({ index: 1, value: 7 });
		}
	},
	{
		name: 'C12 it waits exactly when nothing is ready, and with a default never',
		check(make) {
			// The cases of test/chan/select3.go.
			const lab = new SelectLab(make);
			const empty = lab.channel(0);
			const slots = lab.channel(2);
			const full = lab.channel(1, 7);
			const closed = lab.closed();
			const restore = () => {
				for (const channel of [slots, full]) channel.drain();
				full.trySend(7);
			};
			const situations: readonly [waits: boolean, cases: Cases][] = [
				[true, []],
				[true, [null]],
				[true, [null, null]],
				[true, [receiving(empty)]],
				[true, [sending(empty, 1)]],
				[true, [receiving(empty), sending(empty, 1)]],
				[true, [receiving(slots)]],
				[false, [sending(slots, 1)]],
				[false, [receiving(full)]],
				[true, [sending(full, 8)]],
				[false, [receiving(closed)]],
				[false, [receiving(empty), null, receiving(closed)]]
			];
			for (const [waits, cases] of situations) {
				expect(lab.select.tryOne(...cases) === null).toBe(waits);
				restore();
				const process = lab.choose(0, ...cases);
				lab.run();
				expect(process.hasEnded).toBe(!waits);
				lab.simulation.interrupt(process, new Interruption('stopped'));
				restore();
			}
		}
	},
	{
		name: 'C12 a select without cases waits for ever',
		check(make) {
			const lab = new SelectLab(make);
			lab.choose(0);
			expect(lab.run().said).toEqual([]);
			expect(describeWaits(lab.simulation)).toEqual(['process waits: nothing at all']);
		}
	},
	{
		name: 'C13 a select that can send and receive on one channel never meets itself',
		check(make) {
			const lab = new SelectLab(make);
			const c = lab.channel(0);
			lab.simulation.onsettled = () => c.check();
			lab.choose(1, sending(c, 1), receiving(c));
			lab.simulation.advance(5);
			expect(lab.said).toEqual([]);
			expect([c.senders.length, c.receivers.length]).toEqual([1, 1]);
			lab.choose(6, sending(c, 2));
			expect(lab.run().log).toEqual([
				[6, 'chose 0, got undefined'],
				[6, 'chose 1, got 2']
			]);
			expect([c.senders.length, c.receivers.length]).toEqual([0, 0]);
		}
	},
	{
		name: 'C14 the end of a channel is there once it is closed and what was in it is received',
		check(make) {
			const lab = new SelectLab(make);
			const [empty, full, drained] = [lab.channel(1), lab.channel(2, 7, 8), lab.channel(1, 9)];
			for (const { ended } of [empty, full, full, drained]) lab.choose(0, ended);
			const at = (time: number, act: () => unknown) =>
				lab.go(time, function* () {
					act();
				});
			at(1, () => empty.close());
			at(2, () => full.close());
			at(3, () => full.take());
			at(4, () => full.take());
			at(5, () => drained.close());
			at(6, () => drained.drain());
			lab.choose(7, lab.channel(0).ended, drained.ended);
			expect(lab.run().log).toEqual([
				[1, 'chose 0, got undefined'],
				[4, 'chose 0, got undefined'],
				[4, 'chose 0, got undefined'],
				[6, 'chose 0, got undefined'],
				[7, 'chose 1, got undefined']
			]);
		}
	},
	{
		name: 'C14 on a closed channel a receive is ready, and a send that is chosen fails',
		check(make) {
			const lab = new SelectLab(make);
			lab.choose(1, receiving(lab.closed(1, 7)));
			lab.choose(2, receiving(lab.closed()), receiving(lab.channel(0)));
			lab.choose(3, sending(lab.closed(), 7));
			lab.choose(4, sending(lab.closed(), 7), receiving(lab.channel(0)));
			expect(lab.run().log).toEqual([
				[1, 'chose 0, got 7'],
				[2, 'chose 0, got Symbol(closed)'],
				[3, 'send on a closed channel'],
				[4, 'send on a closed channel']
			]);
		}
	},
	{
		name: 'C14 a channel that is closed while a select waits ends its receive, and fails its send',
		check(make) {
			const lab = new SelectLab(make);
			const a = lab.channel(0);
			const b = lab.channel(0);
			lab.choose(1, receiving(a), sending(b, 7));
			lab.go(2, function* () {
				a.close();
			});
			lab.choose(3, sending(b, 8), receiving(lab.channel(0)));
			lab.go(4, function* () {
				b.close();
			});
			expect(lab.run().log).toEqual([
				[2, 'chose 0, got Symbol(closed)'],
				[4, 'send on a closed channel']
			]);
			expect([a.receivers.length, b.senders.length]).toEqual([0, 0]);
		}
	},
	{
		name: 'R5 to close a channel releases receives before sends: a select that waits with both is told',
		check(make) {
			const lab = new SelectLab(make);
			const c = lab.channel(0);
			lab.choose(1, sending(c, 7), receiving(c));
			lab.go(2, function* () {
				c.close();
			});
			expect(lab.run().log).toEqual([[2, 'chose 1, got Symbol(closed)']]);
		}
	},
	{
		name: 'R6 a select that is served leaves all its queues, also one in which it stood twice',
		check(make) {
			// TestSelectDuplicateChannel of Go's runtime.
			const lab = new SelectLab(make);
			const c = lab.channel(0);
			const d = lab.channel(0);
			lab.choose(1, receiving(c), receiving(c), receiving(d));
			lab.go(2, function* () {
				lab.note(`B got ${String(yield* c.receive())}`);
			});
			lab.simulation.advance(3);
			expect([c.receivers.length, d.receivers.length]).toEqual([3, 1]);
			lab.go(4, function* () {
				yield* d.send(7);
				lab.note(`${c.receivers.length} left`);
				yield* c.send(8);
			});
			expect(lab.run().said).toEqual(['1 left', 'chose 2, got 7', 'B got 8']);
		}
	},
	{
		name: 'R7 a select that does not wait looks at all cases at one instant',
		check(make) {
			// TestNonblockSelectRace and TestNonblockSelectRace2: at no time is neither ready.
			for (const closes of [false, true]) {
				for (let n = 0; n < 200; n++) {
					const lab = new SelectLab(make, n);
					const c1 = lab.channel(1, 1);
					const c2 = lab.channel(1);
					lab.go(n % 3, function* () {
						const choice = lab.select.tryOne(receiving(c1), receiving(c2));
						lab.note(choice === null ? 'nothing is ready' : 'one is ready');
					});
					lab.go(1, function* () {
						if (closes) c2.close();
						else yield* c2.send(1);
						lab.select.tryOne(receiving(c1));
					});
					expect(lab.run().said).toEqual(['one is ready']);
				}
			}
		}
	}
];
