import { fromSeconds, type Nanoseconds } from '../../core/kernel/time';
import { isOnlyJudgedBy } from '../../core/scenario/effect';
import type { Change, Scenario } from '../../core/scenario/scenario';

/** What two scenarios that begin alike have in common. */
export interface CommonPast {
	/** So many changes at the beginning. */
	readonly changes: number;
	/** Before this time they are the same run; Infinity if nothing tells them apart. */
	readonly until: Nanoseconds;
	/** The first event after those changes that is a turned knob, in the one and in the other. */
	readonly turn: Nanoseconds;
	readonly otherTurn: Nanoseconds;
}

/** What two scenarios have in common; null if they differ in anything but their changes. Pure. */
export function commonPast(one: Scenario, other: Scenario): CommonPast | null {
	if (!isSame({ ...one, changes: [] }, { ...other, changes: [] })) return null;
	let changes = 0;
	while (changes < one.changes.length && isSame(one.changes[changes], other.changes[changes])) {
		changes++;
	}
	const own = one.changes.slice(changes);
	const others = other.changes.slice(changes);
	return {
		changes,
		until: Math.min(timeOf(own[0]), timeOf(others[0])),
		turn: timeOf(own.find(isEvent)),
		otherTurn: timeOf(others.find(isEvent))
	};
}

function isEvent({ set }: Change): boolean {
	return !isOnlyJudgedBy(set);
}

/** Infinity if there is no such change. */
function timeOf(change: Change | undefined): Nanoseconds {
	return change === undefined ? Infinity : fromSeconds(change.at);
}

function isSame(one: Scenario | Change | undefined, other: Scenario | Change | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
