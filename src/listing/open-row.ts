import type { Listing, Row } from './listing';

/** So much of the code stands above what the panel opens at. */
const ROWS_ABOVE = 2;

/**
 * The row at the top of the panel when it opens, from 0: a little above the first change, or else above
 * the first process. Pure.
 */
export function openingRow({ firstProcess }: Listing, rows: readonly Row[]): number {
	const change = rows.findIndex((row) => row.change !== 'shared');
	return Math.max(0, (change < 0 ? firstProcess : change) - ROWS_ABOVE);
}
