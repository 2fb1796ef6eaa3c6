import type { Process } from '../../src/core/kernel/operation';
import type { Message } from '../../src/core/ledger/message';
import type { ParameterKey } from '../../src/core/scenario/scenario';
import { BoundedConcurrency } from '../../src/core/strategies/bounded-concurrency/bounded-concurrency';
import type { Reason } from '../../src/core/strategies/producer-throttling/mechanism';
import { ProducerThrottling } from '../../src/core/strategies/producer-throttling/producer-throttling';
import type { Mutant } from './rule';
import { mistaken, planted, type Start } from './strategy.lab';

/** The mistakes of the contract, and bugs planted in the code that a learner reads. */
export const BOUNDED_MUTANTS: readonly Mutant<Start>[] = [
	{
		bug: 'with leaks-permits',
		killedBy: 'gives every permit back',
		make: mistaken('leaks-permits')
	},
	{
		bug: 'with spawns-without-limit',
		killedBy: 'never lets more tasks begin',
		make: mistaken('spawns-without-limit')
	},
	{
		bug: 'that releases only after work that went well',
		killedBy: 'gives the permit back when the task fails in its service',
		make: planted<BoundedConcurrency>({
			*task(record: Message): Process {
				const worker = yield* this.workers.hire();
				yield* worker.serve(record);
				this.topic.commit(record);
				this.release(record);
			}
		})
	},
	{
		bug: 'that waits for a worker outside of try',
		killedBy: 'gives the permit back when the task fails or is stopped before',
		make: planted<BoundedConcurrency>({
			*task(record: Message): Process {
				const worker = yield* this.workers.hire();
				try {
					yield* worker.serve(record);
					this.topic.commit(record);
				} finally {
					this.release(record);
				}
			}
		})
	},
	{
		bug: 'that acquires and releases before the work',
		killedBy: 'never lets more tasks begin',
		make: planted<BoundedConcurrency>({
			start(record: Message): void {
				BoundedConcurrency.prototype.start.call(this, record);
				this.permits.release();
			},
			release(record: Message): void {
				this.holders.giveBack(record);
			}
		})
	},
	{
		bug: 'that does not hear when the permits are changed',
		killedBy: 'lets held permits finish when there are to be fewer',
		make: planted<BoundedConcurrency>({ changed() {} })
	}
];

/** The same for a throttled producer. */
export const THROTTLING_MUTANTS: readonly Mutant<Start>[] = [
	{
		bug: 'with truncating-refill',
		killedBy: 'admits 1010',
		make: mistaken('truncating-refill')
	},
	{
		bug: 'with stale-lag',
		killedBy: 'reads lag at 0, interval',
		make: mistaken('stale-lag')
	},
	{
		bug: 'with retry-at-once',
		killedBy: 'keeps a refused message in hand',
		make: mistaken('retry-at-once')
	},
	{
		bug: 'with retry-at-once, where refused messages are to be dropped',
		killedBy: 'gives a refused message up',
		make: mistaken('retry-at-once')
	},
	{
		bug: 'that takes its token first and then asks the gate',
		killedBy: 'a shut gate refuses without a look at the bucket',
		make: planted<ProducerThrottling>({
			reasonAgainst(): Reason | null {
				if (!this.bucket.tryConsume(1)) return 'rate limit exceeded';
				return ProducerThrottling.prototype.reasonAgainst.call(this);
			}
		})
	},
	{
		bug: 'that calls an unknown lag too high',
		killedBy: 'says the first of',
		make: planted<ProducerThrottling>({
			reasonAgainst(): Reason | null {
				const reason = ProducerThrottling.prototype.reasonAgainst.call(this);
				return reason === 'consumer lag unknown' ? 'consumer lag too high' : reason;
			}
		})
	},
	{
		bug: 'that passes on what it saw last while lag cannot be read',
		killedBy: 'refuses everything while lag cannot be read',
		make: planted<ProducerThrottling>({
			readLag(): void {
				if (this.settings.lag.available) ProducerThrottling.prototype.readLag.call(this);
			}
		})
	},
	{
		bug: 'that counts a new interval from the time of the change',
		killedBy: 'reads lag at the multiples of a new interval',
		make: planted<ProducerThrottling>({
			untilNextReading(): number {
				return this.lagCheck.interval;
			}
		})
	},
	{
		bug: 'that keeps its interval when it is changed',
		killedBy: 'reads lag at the multiples of a new interval',
		make: planted<ProducerThrottling>({
			changed(key: ParameterKey): void {
				if (key !== 'lag.interval') ProducerThrottling.prototype.changed.call(this, key);
			}
		})
	},
	{
		bug: 'that shuts at the limit already',
		killedBy: 'shuts above the limit and opens again at resume',
		make: planted<ProducerThrottling>({
			get lagCheck() {
				return { interval: 0, limit: 4, resume: 3 };
			}
		})
	},
	{
		bug: 'that counts an attempt only when it ends well',
		killedBy: 'counts each attempt once',
		make: planted<ProducerThrottling>({ refused() {} })
	},
	{
		bug: 'that draws an arrival curve without the tokens at first',
		killedBy: 'never crosses the arrival curve',
		make: planted<ProducerThrottling>({
			mostAdmitted(now: number): number {
				return (100 * now) / 1e9;
			}
		})
	}
];

export const SMALL_BUFFER_MUTANTS: readonly Mutant<Start>[] = [
	{
		bug: 'with oversized-buffer',
		killedBy: 'holds no more than its capacity',
		make: mistaken('oversized-buffer')
	},
	{
		bug: 'with oversized-buffer, seen from the producer',
		killedBy: 'is full, and felt by the producer',
		make: mistaken('oversized-buffer')
	},
	{
		bug: 'with oversized-buffer, seen from a message',
		killedBy: 'keeps no message that waits',
		make: mistaken('oversized-buffer')
	}
];
