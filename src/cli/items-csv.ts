import type { Items } from '../core/ledger/item-table';

/** The item table as CSV, one message a line, in integer nanoseconds; empty where it did not happen. */
export function itemsToCsv(items: Items): string {
	const lines = ['message,offered,accepted,started,completed,outcome'];
	items.offered.forEach((offered, message) => {
		const times = [items.accepted[message], items.started[message], items.completed[message]];
		const rest = times.map((time) => time ?? '').join(',');
		lines.push(`${message},${offered},${rest},${items.outcome[message]}`);
	});
	return `${lines.join('\n')}\n`;
}
