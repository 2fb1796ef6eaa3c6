import { type Nanoseconds, SECOND } from '../../../core/kernel/time';

/** What drips into a bucket at one moment. */
export interface Dripping {
	/** Tokens a second. */
	readonly rate: number;
	/** Tokens in the bucket, and parts of one. */
	readonly tokens: number;
	readonly capacity: number;
	readonly time: Nanoseconds;
	/** How much virtual time a message takes for one pipe on screen; 0 for no travel at all. */
	readonly window: Nanoseconds;
}

/** More tokens than this in a window are a stream in which none is told from another. */
const DROPS_MAX = 1.5;
const STREAM = 2;

/**
 * Where drops are between the tap and the bucket, as shares of the way. While there is time to see
 * it, the one drop is the token that comes next, as far down as it has come: it hangs at the tap if
 * parts of tokens are thrown away. Faster, it is a stream at the pace of messages. Nothing drips into
 * a full bucket. Pure.
 */
export function dropsOf({ rate, tokens, capacity, time, window }: Dripping): number[] {
	if (!(rate > 0) || tokens >= capacity || Number.isNaN(tokens)) return [];
	const part = tokens - Math.floor(tokens);
	if ((rate * window) / SECOND <= DROPS_MAX) return [part];
	const shift = part === 0 ? 0 : (time / window) % (1 / STREAM);
	return Array.from({ length: STREAM }, (_, drop) => drop / STREAM + shift);
}
