import type { Nanoseconds } from '../core/kernel/time';
import { toSeconds } from '../core/kernel/time';
import type { Role } from '../core/strategies/plan';
import { formatSeconds } from '../design/format';

/** Who is parked on one line of a listing. */
export interface ParkedMark {
	/** From 1. */
	readonly line: number;
	/** For example "4 workers". */
	readonly who: string;
	/** How long the longest of them has waited, for example "20 ms". */
	readonly since: string;
	/** Whether the role is the first of the plan: the one that a signal holds back. */
	readonly isUpstream: boolean;
}

const FIELDS = 4;

/**
 * The marks of a frame's `parked` rows (role, line, how many, since when), in the order of the
 * lines. Pure.
 */
export function parkedMarks(
	parked: Float64Array,
	roles: readonly Role[],
	now: Nanoseconds
): readonly ParkedMark[] {
	const marks: ParkedMark[] = [];
	for (let row = 0; row < parked.length; row += FIELDS) {
		const [index = 0, line = 0, count = 0, since = 0] = parked.subarray(row, row + FIELDS);
		const role = roles[index];
		if (role === undefined) continue;
		marks.push({
			line,
			who: count === 1 ? role.one : `${count} ${role.many}`,
			since: formatSeconds(toSeconds(now - since)),
			isUpstream: index === 0
		});
	}
	return marks;
}
