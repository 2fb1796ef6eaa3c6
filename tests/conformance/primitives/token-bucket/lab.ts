import type { BucketClock, BucketOptions } from '../../../../src/core/primitives/token-bucket';

/** What a token bucket can do. */
export interface Bucket {
	tryConsume(tokens?: number): boolean;
	timeUntil(tokens: number): number;
	levelAt(time: number): number;
	setRate(rate: number): void;
	setCapacity(capacity: number): void;
	/** @throws {Error} if it is not within its bounds. */
	check(): void;
}

export type MakeBucket = (clock: BucketClock, options: BucketOptions) => Bucket;

export const SECOND = 1e9;
export const MILLISECOND = 1e6;
/** More tokens than any test asks for: a broken bucket may never be empty. */
const ENDLESS = 100_000;

/** A bucket and its clock, which the test turns on. */
export function lab(
	make: MakeBucket,
	options: { capacity: number; rate: number; initial?: number }
) {
	const clock = { now: 0 };
	const bucket = make(clock, { ...options, initial: options.initial ?? options.capacity });
	const at = (time: number) => {
		clock.now = time;
		return bucket;
	};
	return { bucket, at };
}

/** How many a bucket admits that is looked at from 0 to `end` inclusive. */
export function admitted(
	make: MakeBucket,
	options: { capacity: number; rate: number; initial?: number },
	{ poll, end, greedy }: { poll: number; end: number; greedy: boolean }
): number {
	const { at } = lab(make, options);
	let count = 0;
	for (let time = 0; time <= end; time += poll) {
		while (count < ENDLESS && at(time).tryConsume()) {
			count++;
			if (!greedy) break;
		}
	}
	return count;
}
