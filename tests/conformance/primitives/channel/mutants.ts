import type { Simulation } from '../../../../src/core/kernel/simulation';
import { WaitQueue } from '../../../../src/core/kernel/wait-queue';
import {
	CLOSED,
	ClosableChannel,
	type Closed
} from '../../../../src/core/primitives/closable-channel';
import type { Mutant } from '../../rule';
import type { MakeChannel } from './rules';

/** A queue that serves whoever came last. */
class LatestFirst extends WaitQueue {
	override shift() {
		const latest = [...this].at(-1) ?? null;
		if (latest !== null) this.remove(latest);
		return latest;
	}
}

/** The bugs that people write into channels. */
export const CHANNEL_MUTANTS: readonly Mutant<MakeChannel>[] = [
	mutant(
		'has a slot where it should have none',
		'C1 ',
		class extends ClosableChannel<number> {
			constructor(simulation: Simulation, name: string, capacity: number) {
				super(simulation, name, Math.max(1, capacity));
			}
		}
	),
	mutant(
		'has a slot too many',
		'C2 ',
		class extends ClosableChannel<number> {
			constructor(simulation: Simulation, name: string, capacity: number) {
				super(simulation, name, capacity === 0 ? 0 : capacity + 1);
			}
		}
	),
	mutant(
		'has a slot too many, whatever it was made with',
		'M1 ',
		class extends ClosableChannel<number> {
			constructor(simulation: Simulation, name: string, capacity: number) {
				super(simulation, name, capacity + 1);
			}
		}
	),
	mutant(
		'gives out what came last',
		'C3 items leave',
		class extends ClosableChannel<number> {
			override take(): number | Closed {
				const items = this.drain();
				const latest = items.pop();
				for (const item of items) super.trySend(item);
				return latest ?? super.take();
			}
		}
	),
	mutant(
		'takes what is sent after its end, and loses it',
		'C5 a send on',
		class extends ClosableChannel<number> {
			override trySend(item: number): boolean {
				return this.isClosed || super.trySend(item);
			}
		}
	),
	mutant(
		'forgets those who wait to send when it is closed',
		'C5 a blocked',
		class extends ClosableChannel<number> {
			override close(): void {
				const waiting = [...this.senders];
				for (const one of waiting) this.senders.remove(one);
				super.close();
				for (const one of waiting) this.senders.push(one);
			}
		}
	),
	mutant(
		'lets those who wait to send go on as if they had sent when it is closed',
		'C5 a blocked',
		class extends ClosableChannel<number> {
			override close(): void {
				for (let one = this.senders.shift(); one !== null; one = this.senders.shift()) {
					this.simulation.wake(one, undefined);
				}
				super.close();
			}
		}
	),
	mutant(
		'may be closed again and again',
		'C6 ',
		class extends ClosableChannel<number> {
			override close(): void {
				if (!this.isClosed) super.close();
			}
		}
	),
	mutant(
		'throws away what is in its buffer when it is closed',
		'C7 ',
		class extends ClosableChannel<number> {
			override close(): void {
				super.close();
				this.drain();
			}
		}
	),
	mutant(
		'says that it is closed while items are there',
		'C7 ',
		class extends ClosableChannel<number> {
			override take(): number | Closed {
				return this.isClosed ? CLOSED : super.take();
			}
		}
	),
	mutant(
		'tells one of those who wait to receive that it is closed, and leaves the others',
		'C8 ',
		class extends ClosableChannel<number> {
			override close(): void {
				const [, ...others] = this.receivers;
				for (const one of others) this.receivers.remove(one);
				super.close();
				for (const one of others) this.receivers.push(one);
			}
		}
	),
	mutant(
		'counts those who wait to send among its items',
		'C9 ',
		class extends ClosableChannel<number> {
			override get length(): number {
				return super.length + this.senders.length;
			}
		}
	),
	mutant(
		'serves those who wait to receive in the wrong order',
		'R1 those who wait to receive',
		class extends ClosableChannel<number> {
			override readonly receivers = new LatestFirst('receive');
		}
	),
	mutant(
		'serves those who wait to send in the wrong order',
		'R1 those who wait to send',
		class extends ClosableChannel<number> {
			override readonly senders = new LatestFirst('send');
		}
	),
	mutant(
		'puts an item into the buffer although somebody waits for it',
		'R2 ',
		class extends ClosableChannel<number> {
			override trySend(item: number): boolean {
				const waiting = [...this.receivers];
				for (const one of waiting) this.receivers.remove(one);
				const isSent = super.trySend(item);
				for (const one of waiting) this.receivers.push(one);
				return isSent;
			}
		}
	),
	mutant(
		'lets the item of a waiting sender overtake what is in the buffer',
		'R3 ',
		class extends ClosableChannel<number> {
			override take(): number | Closed {
				const sender = this.senders.shift();
				if (sender === null) return super.take();
				this.simulation.wake(sender, undefined);
				return sender.item as number;
			}
		}
	),
	mutant(
		'does not let a waiting sender in when a slot becomes free',
		'R4 ',
		class extends ClosableChannel<number> {
			override take(): number | Closed {
				if (this.length === 0) return super.take();
				const waiting = [...this.senders];
				for (const one of waiting) this.senders.remove(one);
				const item = super.take();
				for (const one of waiting) this.senders.push(one);
				return item;
			}
		}
	)
];

function mutant(
	bug: string,
	killedBy: string,
	Broken: new (simulation: Simulation, name: string, capacity: number) => ClosableChannel<number>
): Mutant<MakeChannel> {
	return {
		bug,
		killedBy,
		make: (simulation, capacity) => new Broken(simulation, 'channel', capacity)
	};
}
