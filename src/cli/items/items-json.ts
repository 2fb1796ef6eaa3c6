import type { Result } from '../../core/run/result';
import { COLUMNS, type ItemPage } from './item-page';
import type { ItemRecords } from './item-records';

/**
 * A result with its item table as JSON on one line: a list for each column, null where a thing did not happen.
 * In pieces, because ten million messages in one text are more than an engine allows.
 */
export function* resultWithItems(result: Result, records: ItemRecords): Generator<string> {
	yield `${JSON.stringify(result).slice(0, -1)},"items":{`;
	for (const column of COLUMNS) {
		yield* listOf(column, records, (page, row) => String(page.time(column, row)));
		yield ',';
	}
	yield* listOf('outcome', records, (page, row) => `"${page.outcome(row)}"`);
	yield '}}\n';
}

function* listOf(
	name: string,
	records: ItemRecords,
	valueAt: (page: ItemPage, row: number) => string
): Generator<string> {
	yield `"${name}":[`;
	for (const { page, first, length } of records.rows()) {
		const values = Array.from({ length }, (_, row) => valueAt(page, row));
		yield (first === 0 ? '' : ',') + values.join(',');
	}
	yield ']';
}
