import { kitWith, PlainSubscription } from '../../reactive-streams.plain';
import type { Mutant } from '../../rule';
import type { MakeKit } from '../kits';

/** The bugs that people write into publishers. */
export const PUBLISHER_MUTANTS: readonly Mutant<MakeKit>[] = [
	mutant(
		'pushes without demand',
		'2.1',
		class extends PlainSubscription {
			override mayDeliver(): boolean {
				return true;
			}
		}
	),
	mutant(
		'pushes a whole batch for a demand of one',
		'1.1',
		class extends PlainSubscription {
			override deliver(): void {
				const demand = this.demand;
				super.deliver();
				if (this.next < this.items.length && !this.isOver) super.deliver();
				this.demand = demand - 1;
			}
		}
	),
	mutant(
		'delivers an item again and counts it once',
		'1.1',
		class extends PlainSubscription {
			override deliver(): void {
				super.deliver();
				if (this.next === 2) this.subscriber.onNext(this.items[1]);
			}
		}
	),
	mutant(
		'takes requests through a channel of one place, where a second one gets stuck',
		'3.8',
		class extends PlainSubscription {
			override request(n: number): void {
				if (this.isDraining && this.demand > 0) return;
				super.request(n);
			}
		}
	),
	mutant(
		'begins to deliver before onSubscribe',
		'1.9',
		class extends PlainSubscription {
			override begin(): void {
				this.isDraining = false;
				if (this.items.length > 0) this.subscriber.onNext(this.items[this.next++]);
				super.begin();
			}
		}
	),
	mutant(
		'delivers within onSubscribe, before the subscriber has noted its subscription',
		'1.3',
		class extends PlainSubscription {
			override begin(): void {
				this.isDraining = false;
				super.begin();
			}
		}
	),
	mutant(
		'cannot be canceled twice',
		'3.7',
		class extends PlainSubscription {
			override cancel(): void {
				if (this.isOver) throw new Error('close of closed channel');
				super.cancel();
			}
		}
	),
	mutant(
		'sends what is left of the demand after a cancel',
		'2.6',
		class extends PlainSubscription {
			override cancel(): void {
				super.cancel();
				if (this.next < this.items.length) this.subscriber.onNext(this.items[this.next++]);
			}
		}
	),
	mutant(
		'does not look whether it was canceled when more is requested',
		'3.6',
		class extends PlainSubscription {
			override cancel(): void {}
		}
	),
	mutant(
		'adds demand up in 32 bits',
		'3.17',
		class extends PlainSubscription {
			override sum(demand: number, n: number): number {
				return (demand + n) | 0;
			}
		}
	),
	mutant(
		'keeps only the latest request',
		'3.8',
		class extends PlainSubscription {
			override drain(): void {
				if (this.next > 0 || this.demand !== 2) super.drain();
			}

			override sum(_demand: number, n: number): number {
				return n;
			}
		}
	),
	mutant(
		'ignores a request for nothing',
		'3.9 an amount',
		class extends PlainSubscription {
			override request(n: number): void {
				if (this.isAmount(n)) super.request(n);
			}
		}
	),
	mutant(
		'lets a negative request decrease the demand',
		'3.9 an amount',
		class extends PlainSubscription {
			override isAmount(n: number): boolean {
				return !Number.isNaN(n);
			}
		}
	),
	mutant(
		'throws at a request for nothing',
		'3.16',
		class extends PlainSubscription {
			override refuse(n: number): Error {
				throw new RangeError(`n is ${n}`);
			}
		}
	),
	mutant(
		'delivers within request within onNext, and so on',
		'3.3',
		class extends PlainSubscription {
			override drain(): void {
				this.isDraining = false;
				super.drain();
			}
		}
	),
	mutant(
		'withholds onComplete until somebody asks again',
		'1.5',
		class extends PlainSubscription {
			override isAtEnd(): boolean {
				return super.isAtEnd() && this.demand > 0;
			}
		}
	),
	mutant(
		'completes when the source has ended, with items still in the buffer',
		'1.5',
		class extends PlainSubscription {
			override isAtEnd(): boolean {
				return this.next >= this.items.length - 1;
			}
		}
	),
	mutant(
		'completes where it has failed',
		'1.4',
		class extends PlainSubscription {
			override end(): void {
				this.isOver = true;
				if (this.failure instanceof RangeError) super.end();
				else this.subscriber.onComplete();
			}
		}
	),
	mutant(
		'says twice that it is complete',
		'1.7',
		class extends PlainSubscription {
			override end(): void {
				super.end();
				super.end();
			}
		}
	),
	mutant(
		'is still there after its end',
		'1.6',
		class extends PlainSubscription {
			override end(): void {
				super.end();
				this.isOver = false;
			}
		}
	)
];

function mutant(
	bug: string,
	killedBy: string,
	Subscription: typeof PlainSubscription
): Mutant<MakeKit> {
	return { bug, killedBy, make: kitWith(Subscription) };
}
