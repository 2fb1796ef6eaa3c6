import type { Nanoseconds } from '../core/kernel/time';
import { toSeconds } from '../core/kernel/time';
import type { Role } from '../core/plan/plan';
import { formatSeconds } from '../design/format';
import type { Row, StrategyListing } from './listing';

/** Who is parked on one line of a listing. */
export interface ParkedMark {
	/** The row of the listing, from 0. */
	readonly row: number;
	/** For example "4 workers". */
	readonly who: string;
	/** How long the longest of them has waited, for example "20 ms". */
	readonly since: string;
	/** Whether the role is the first of the plan: the one that a signal holds back. */
	readonly isUpstream: boolean;
}

const FIELDS = 4;

/** The row of each wait of a listing, by its name. Pure. */
export function rowsOfWaits(rows: readonly Row[]): ReadonlyMap<string, number> {
	return new Map(rows.flatMap(({ waits }, row) => waits.map((name) => [name, row] as const)));
}

/**
 * The marks of a frame's `parked` rows (role, line, how many, since when), in the order of the
 * lines that run, one for each role on a row. A line is found by the names of its waits, so that it
 * is found in either language. Pure.
 */
export function parkedMarks(
	parked: Float64Array,
	roles: readonly Role[],
	now: Nanoseconds,
	waits: StrategyListing['waits'],
	rowOf: ReadonlyMap<string, number>
): readonly ParkedMark[] {
	const groups = new Map<
		string,
		{ role: number; row: number; count: number; since: Nanoseconds }
	>();
	for (let at = 0; at < parked.length; at += FIELDS) {
		const [role = 0, line = 0, count = 0, since = 0] = parked.subarray(at, at + FIELDS);
		const name = waits[line]?.find((wait) => rowOf.has(wait)) ?? '';
		const row = rowOf.get(name);
		if (row === undefined) continue;
		// Several lines of one language can be one line of the other.
		const group = groups.get(`${role}:${row}`) ?? { role, row, count: 0, since };
		group.count += count;
		group.since = Math.min(group.since, since);
		groups.set(`${role}:${row}`, group);
	}
	return [...groups.values()].flatMap(({ role: index, row, count, since }) => {
		const role = roles[index];
		if (role === undefined) return [];
		const who = count === 1 ? role.one : `${count} ${role.many}`;
		return [{ row, who, since: formatSeconds(toSeconds(now - since)), isUpstream: index === 0 }];
	});
}
