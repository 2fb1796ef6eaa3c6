import type { BucketClock, BucketOptions } from '../../../../src/core/primitives/token-bucket';
import { NANO, PlainBucket } from '../../plain-bucket';
import type { Mutant } from '../../rule';
import type { Bucket, MakeBucket } from './lab';

/** The bugs that people write into token buckets. */
export const TOKEN_BUCKET_MUTANTS: readonly Mutant<MakeBucket>[] = [
	mutant(
		'a remainder of a token is thrown away at each look',
		'counts exactly at each poll interval, one token at each poll',
		class extends PlainBucket {
			override refill(elapsed: number): number {
				return Math.floor(super.refill(elapsed) / NANO) * NANO;
			}
		}
	),
	mutant(
		'what spills over is kept and given out later',
		'admits at most C + r × t in any window',
		class extends PlainBucket {
			#spilled = 0;

			override look(): void {
				const { at, level } = this;
				super.look();
				this.#spilled += level + this.refill(this.at - at) - this.level;
			}

			override tryConsume(tokens = 1): boolean {
				if (super.tryConsume(tokens)) return true;
				this.level += Math.min(this.#spilled, this.capacity - this.level);
				this.#spilled = 0;
				return super.tryConsume(tokens);
			}
		}
	),
	mutant(
		'starts full whatever it was told',
		'L1 ',
		class extends PlainBucket {
			constructor(clock: BucketClock, options: BucketOptions) {
				super(clock, { ...options, initial: options.capacity });
			}
		}
	),
	mutant(
		'counts anew in each second, so that two bursts meet at the border',
		'admits at most C + r × t in any window',
		class extends PlainBucket {
			override nanoTokensAt(time: number): number {
				const isNewSecond = Math.floor(time / NANO) > Math.floor(this.at / NANO);
				return isNewSecond ? this.capacity : this.level;
			}
		}
	),
	mutant(
		'reckons with a negative time when the clock goes back',
		'L2 refuses a clock that goes back',
		class extends PlainBucket {
			override nanoTokensAt(time: number): number {
				return Math.min(this.capacity, this.level + this.refill(time - this.at));
			}
		}
	),
	mutant(
		'gives the time again when the clock goes back, as Go does',
		'L2 refuses a clock that goes back',
		class extends PlainBucket {
			override nanoTokensAt(time: number): number {
				return Math.min(this.capacity, this.level + this.refill(Math.max(0, time - this.at)));
			}
		}
	),
	mutant(
		'lets whoever asks for more than the capacity wait for ever',
		'L4 ',
		class extends PlainBucket {
			override timeUntil(tokens: number): number {
				const missing = tokens * NANO - this.nanoTokensAt(this.clock.now);
				return Math.max(0, Math.ceil(missing / this.rate));
			}
		}
	),
	mutant(
		'grants at once as long as there is anything, and lets the next one pay, as Guava does',
		'admits at most C + r × t in any window',
		class extends PlainBucket {
			override tryConsume(tokens = 1): boolean {
				this.look();
				if (this.level <= 0) return false;
				this.level -= tokens * NANO;
				return true;
			}
		}
	),
	mutant(
		'multiplies in 64 bits, which overflow',
		'L12 ',
		class extends PlainBucket {
			override refill(elapsed: number): number {
				return Number(BigInt.asIntN(64, BigInt(elapsed) * BigInt(this.rate)));
			}
		}
	),
	mutant(
		'is refilled by a ticker of 100 a second, whole tokens at each tick',
		'counts exactly at each poll interval, one token at each poll',
		class extends PlainBucket {
			override refill(elapsed: number): number {
				const ticks = Math.floor((this.at + elapsed) / 1e7) - Math.floor(this.at / 1e7);
				return ticks * Math.floor(this.rate / 100) * NANO;
			}
		}
	),
	mutant(
		'checks and acts on the time of the last refusal, so that two refill twice',
		'admits at most C + r × t in any window',
		class extends PlainBucket {
			override tryConsume(tokens = 1): boolean {
				const { at } = this;
				const isGranted = super.tryConsume(tokens);
				if (isGranted) this.at = at;
				return isGranted;
			}
		}
	),
	mutant(
		'changes the rate without looking first, which gives credit for the past',
		'L10 gives no credit for the past',
		class extends PlainBucket {
			override setRate(rate: number): void {
				this.rate = rate;
			}
		}
	),
	mutant(
		'keeps what no longer fits when the capacity shrinks, until somebody looks',
		'L10 spills',
		class extends PlainBucket {
			override nanoTokensAt(time: number): number {
				return Math.max(this.level, super.nanoTokensAt(time));
			}

			override setCapacity(capacity: number): void {
				this.look();
				this.capacity = capacity * NANO;
			}
		}
	),
	mutant(
		'takes tokens though it refuses',
		'L3 takes n tokens if they are there and nothing if not, step by step with three',
		class extends PlainBucket {
			override tryConsume(tokens = 1): boolean {
				if (super.tryConsume(tokens)) return true;
				this.level = 0;
				return false;
			}
		}
	),
	mutant(
		'wants more than n tokens to be there',
		'L3 takes n tokens if they are there and nothing if not, step by step with one',
		class extends PlainBucket {
			override tryConsume(tokens = 1): boolean {
				this.look();
				if (this.level <= tokens * NANO) return false;
				this.level -= tokens * NANO;
				return true;
			}
		}
	),
	mutant(
		'rounds the time until a token down',
		'L6 ',
		class extends PlainBucket {
			override timeUntil(tokens: number): number {
				return Math.floor(super.timeUntil(tokens) - 0.5);
			}
		}
	),
	mutant(
		'counts seconds and tokens in floating point',
		'counts exactly at each poll interval, one token at each poll',
		class extends PlainBucket {
			override nanoTokensAt(time: number): number {
				const seconds = time / NANO - this.at / NANO;
				return Math.min(this.capacity, this.level + seconds * this.rate * NANO);
			}
		}
	)
];

function mutant(
	bug: string,
	killedBy: string,
	Broken: new (clock: BucketClock, options: BucketOptions) => Bucket
): Mutant<MakeBucket> {
	return { bug, killedBy, make: (clock, options) => new Broken(clock, options) };
}
