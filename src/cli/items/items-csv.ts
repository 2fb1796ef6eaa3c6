import { COLUMNS, type ItemPage } from './item-page';
import type { ItemRecords } from './item-records';

/**
 * The item table as CSV, one message a line, in integer nanoseconds; empty where it did not happen.
 * In pieces of a page.
 */
export function* itemsAsCsv(records: ItemRecords): Generator<string> {
	yield `message,${COLUMNS.join(',')},outcome\n`;
	for (const { page, first, length } of records.rows()) {
		let lines = '';
		for (let row = 0; row < length; row++) lines += `${first + row},${cells(page, row)}\n`;
		yield lines;
	}
}

function cells(page: ItemPage, row: number): string {
	const times = COLUMNS.map((column) => page.time(column, row) ?? '');
	return `${times.join(',')},${page.outcome(row)}`;
}
