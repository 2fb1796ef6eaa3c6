import { double, HIGH, words } from '../chance/double-words';
import type { Nanoseconds } from '../kernel/time';

/** Sub-buckets in each power of two, as a number of bits. */
const BITS = 8;
const SUB_BUCKETS = 1 << BITS;
const OCTAVES = 46; // From 2^8 ns up to 2^53 ns, and one for everything below 2^8 ns.
/** Bits of the fraction of a double in its high word, and what is added to its exponent. */
const HIGH_FRACTION_BITS = 20;
const EXPONENT_BIAS = 1023;
/** Stands for the first bucket of octave 0, which would begin at 2^(BITS - 1). */
const FIRST = (EXPONENT_BIAS + BITS - 1) * SUB_BUCKETS;

/**
 * Durations in integer nanoseconds, counted in buckets whose width grows with their size: exact
 * below 512 ns, and within `RELATIVE_ERROR` above. Count, mean and maximum are exact, up to the
 * rounding of a sum beyond 2^53 ns.
 */
export class Histogram {
	/** Largest error of a quantile, as a share of it: half a bucket. */
	static readonly RELATIVE_ERROR = 1 / (2 * SUB_BUCKETS);

	readonly #counts = new Uint32Array(SUB_BUCKETS * OCTAVES);
	/** The sums of the counts of each octave, so that a quantile need not look at every bucket. */
	readonly #octaves = new Uint32Array(OCTAVES);
	#count = 0;
	#sum = 0;
	#max: Nanoseconds = 0;

	get count(): number {
		return this.#count;
	}

	/** NaN while it is empty. */
	get mean(): number {
		return this.#sum / this.#count;
	}

	/** The longest duration, exactly; 0 while it is empty. */
	get max(): Nanoseconds {
		return this.#max;
	}

	/** Adds one duration in [0, 2^53). */
	record(duration: Nanoseconds): void {
		const bucket = bucketOf(duration);
		this.#counts[bucket] = (this.#counts[bucket] as number) + 1;
		const octave = bucket >>> BITS;
		this.#octaves[octave] = (this.#octaves[octave] as number) + 1;
		this.#count++;
		this.#sum += duration;
		if (duration > this.#max) this.#max = duration;
	}

	/**
	 * The shortest duration that at least the given share of all, in (0, 1], do not exceed; NaN
	 * while it is empty.
	 */
	quantile(share: number): number {
		if (this.#count === 0) return Number.NaN;
		const rank = Math.max(1, Math.ceil(share * this.#count));
		if (rank === this.#count) return this.#max;
		let before = 0;
		let octave = 0;
		// The rank is at most the sum of all octaves, and then at most the sum of all buckets in one.
		for (; before + (this.#octaves[octave] as number) < rank; octave++) {
			before += this.#octaves[octave] as number;
		}
		let bucket = octave * SUB_BUCKETS;
		for (; before + (this.#counts[bucket] as number) < rank; bucket++) {
			before += this.#counts[bucket] as number;
		}
		return Math.min(middleOf(bucket), this.#max);
	}
}

/**
 * Octave o > 0 holds [2^(BITS + o - 1), 2^(BITS + o)) in `SUB_BUCKETS` equal buckets. A double has its
 * octave as its exponent and its bucket as the first bits of its fraction, one behind the other.
 */
function bucketOf(duration: Nanoseconds): number {
	if (duration < SUB_BUCKETS) return duration;
	double[0] = duration;
	return ((words[HIGH] as number) >>> (HIGH_FRACTION_BITS - BITS)) - FIRST;
}

/** The shortest duration in a bucket. */
function startOf(bucket: number): Nanoseconds {
	if (bucket < SUB_BUCKETS) return bucket;
	words[HIGH] = (bucket + FIRST) << (HIGH_FRACTION_BITS - BITS);
	words[1 - HIGH] = 0;
	return double[0] as number;
}

function middleOf(bucket: number): Nanoseconds {
	const start = startOf(bucket);
	return start + Math.floor((startOf(bucket + 1) - start - 1) / 2);
}
