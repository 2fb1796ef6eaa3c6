import type { Nanoseconds } from '../kernel/time';

/** Sub-buckets in each power of two, as a number of bits. */
const BITS = 8;
const SUB_BUCKETS = 1 << BITS;
const OCTAVES = 46; // From 2^8 ns up to 2^53 ns, and one for everything below 2^8 ns.
const TWO_TO_32 = 4_294_967_296;

/**
 * Durations in integer nanoseconds, counted in buckets whose width grows with their size: exact
 * below 512 ns, and within `RELATIVE_ERROR` above. Count, mean and maximum are exact, up to the
 * rounding of a sum beyond 2^53 ns.
 */
export class Histogram {
	/** Largest error of a quantile, as a share of it: half a bucket. */
	static readonly RELATIVE_ERROR = 1 / (2 * SUB_BUCKETS);

	readonly #counts = new Uint32Array(SUB_BUCKETS * OCTAVES);
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
		let seen = 0;
		for (let bucket = 0; bucket < this.#counts.length; bucket++) {
			seen += this.#counts[bucket] as number;
			if (seen >= rank) return Math.min(middleOf(bucket), this.#max);
		}
		return this.#max;
	}
}

/** Octave o > 0 holds [2^(BITS + o - 1), 2^(BITS + o)) in `SUB_BUCKETS` equal buckets. */
function bucketOf(duration: Nanoseconds): number {
	if (duration < SUB_BUCKETS) return duration;
	const high = Math.floor(duration / TWO_TO_32);
	const length = high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(duration);
	const octave = length - BITS;
	return octave * SUB_BUCKETS + Math.floor(duration / widthOf(octave)) - SUB_BUCKETS;
}

function middleOf(bucket: number): number {
	const octave = Math.floor(bucket / SUB_BUCKETS);
	if (octave === 0) return bucket;
	const width = widthOf(octave);
	return (bucket - octave * SUB_BUCKETS + SUB_BUCKETS) * width + Math.floor((width - 1) / 2);
}

/** Width of the buckets of an octave > 0 in nanoseconds: 2^(octave - 1). */
function widthOf(octave: number): number {
	return octave <= 32 ? (1 << (octave - 1)) >>> 0 : TWO_TO_32 * ((1 << (octave - 33)) >>> 0);
}
