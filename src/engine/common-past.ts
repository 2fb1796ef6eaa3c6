import { fromSeconds, type Nanoseconds } from '../core/kernel/time';
import type { Change, Scenario } from '../core/scenario/scenario';

/** What two scenarios that begin alike have in common. */
export interface CommonPast {
	/** So many changes at the beginning. */
	readonly changes: number;
	/** Before this time they are the same run; Infinity if nothing tells them apart. */
	readonly until: Nanoseconds;
}

/** What two scenarios have in common; null if they differ in anything but their changes. Pure. */
export function commonPast(one: Scenario, other: Scenario): CommonPast | null {
	if (!isSame({ ...one, changes: [] }, { ...other, changes: [] })) return null;
	let changes = 0;
	while (changes < one.changes.length && isSame(one.changes[changes], other.changes[changes])) {
		changes++;
	}
	const next = [one.changes[changes], other.changes[changes]].filter(
		(change) => change !== undefined
	);
	return { changes, until: Math.min(Infinity, ...next.map(({ at }) => fromSeconds(at))) };
}

function isSame(one: Scenario | Change | undefined, other: Scenario | Change | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
