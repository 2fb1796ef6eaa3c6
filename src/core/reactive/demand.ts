/**
 * As much demand as anybody can have, and more than anybody can serve: from here on it counts as
 * unbounded and no longer decreases. Above 2^53 − 1 a double would lose single items.
 *
 * @see Rule 3.17 of Reactive Streams.
 */
export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** Whether one can request so many: a whole number ≥ 1. Infinity stands for `UNBOUNDED`. Pure. */
export function isAmount(n: number): boolean {
	return n >= 1 && (Number.isInteger(n) || n === Infinity);
}

/** Demand and `n` more, at most `UNBOUNDED` (rules 3.8 and 3.17). Pure. */
export function addDemand(demand: number, n: number): number {
	return Math.min(demand + n, UNBOUNDED);
}

/** Demand after one item was delivered; 0 stays 0. Pure. */
export function lessOne(demand: number): number {
	return demand === UNBOUNDED ? demand : Math.max(0, demand - 1);
}
