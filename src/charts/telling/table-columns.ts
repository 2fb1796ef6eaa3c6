import type { Story } from '../../engine/story/story';
import { columnAt, columnEnd, NO_COLUMN } from '../story/columns';

/** A table has at most this many rows. */
export const TABLE_ROWS = 30;

/** One row: the time as the table prints it, in seconds, and the column that tells of it. */
export interface TableRow {
	readonly seconds: number;
	readonly column: number;
}

/** Rows at equal readable steps of 1, 2 or 5, then one for the end of what is known. */
export function tableRows(story: Story): readonly TableRow[] {
	if (story.columns === 0) return [];
	const reached = story.reached / 1e9;
	const step = readableStep(Math.max(reached / (TABLE_ROWS - 1), story.width / 1e9));
	const rows: TableRow[] = [];
	for (let index = 1; index * step < reached; index++) {
		// Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
		const seconds = step < 1 ? index / Math.round(1 / step) : index * step;
		const column = columnAt(story, Math.round(seconds * 1e9));
		if (column !== NO_COLUMN) rows.push({ seconds, column });
	}
	const last = story.columns - 1;
	rows.push({ seconds: columnEnd(story, last) / 1e9, column: last });
	return rows;
}

function readableStep(least: number): number {
	const power = 10 ** Math.floor(Math.log10(least));
	for (const lead of [1, 2, 5]) if (lead * power >= least) return lead * power;
	return 10 * power;
}
