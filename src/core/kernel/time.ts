/**
 * A point or a span of virtual time in integer nanoseconds, held in a double: exact up to 2^53 ns,
 * which is 104 days. Every time inside the core is one; seconds exist only in scenarios and results.
 */
export type Nanoseconds = number;

/** One second of virtual time. */
export const SECOND: Nanoseconds = 1e9;

/** The latest time that is still exact. Later times are clipped to it. */
export const END_OF_TIME: Nanoseconds = Number.MAX_SAFE_INTEGER;

/** The nearest whole nanosecond to a time in seconds, at most `END_OF_TIME`. */
export function fromSeconds(seconds: number): Nanoseconds {
	return Math.min(Math.round(seconds * SECOND), END_OF_TIME);
}

/** A time in seconds, for results and readings. */
export function toSeconds(time: Nanoseconds): number {
	return time / SECOND;
}

/**
 * The nearest whole nanosecond to a drawn span ≥ 0, at most `END_OF_TIME`. Engines are slow at
 * `Math.round`, and every message draws twice.
 */
export function nearest(span: number): Nanoseconds {
	return Math.min(Math.floor(span + 0.5), END_OF_TIME);
}
