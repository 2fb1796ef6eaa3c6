import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ItemRecords } from '../../../src/cli/items/item-records';
import { itemsAsCsv } from '../../../src/cli/items/items-csv';
import { resultWithItems } from '../../../src/cli/items/items-json';
import { reasonOf } from '../../../src/cli/output/complain';
import { runScenario } from '../../../src/cli/run-scenario';
import { type Items, ItemTable } from '../../../src/core/ledger/item-table';
import type { Outcome } from '../../../src/core/ledger/message-observer';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Result } from '../../../src/core/run/result';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { simulate } from '../../../src/headless/simulate';
import { newFolder } from './fixture';

/** So small that a handful of messages is too much for the memory. */
const TINY = { pageLength: 3, pagesHeld: 2 };

/** Eight bytes for each of four times, and one for how it ended. */
const BYTES_HELD = TINY.pageLength * TINY.pagesHeld * 33;

/** What the table of a whole run in memory comes to as CSV. */
function csvOf({ offered, accepted, started, completed, outcome }: Items): string {
	const rows = offered.map((time, message) =>
		[
			message,
			time,
			accepted[message],
			started[message],
			completed[message],
			outcome[message]
		].join()
	);
	return `${['message,offered,accepted,started,completed,outcome', ...rows].join('\n')}\n`;
}

function textOf(pieces: Iterable<string>): string {
	return [...pieces].join('');
}

/** Why something cannot be done. */
function reasonIn(act: () => unknown): string {
	try {
		act();
		return 'nothing';
	} catch (error) {
		return reasonOf(error);
	}
}

/** Something that happens to the message so many before the latest. */
const happening = fc.record({
	what: fc.constantFrom('offer', 'accept', 'start', 'complete', 'close'),
	back: fc.nat(30),
	outcome: fc.constantFrom<Outcome>('done', 'refused', 'dropped', 'lost')
});

describe('the records of messages', () => {
	it('tell what a table in memory tells, whatever happens to which message, and hold two pages', () => {
		fc.assert(
			fc.property(fc.array(happening, { maxLength: 200, size: 'max' }), (happenings) => {
				const table = new ItemTable();
				const records = new ItemRecords(TINY);
				let count = 0;
				happenings.forEach(({ what, back, outcome }, time) => {
					const message = what === 'offer' ? count++ : Math.max(0, count - 1 - back);
					if (count === 0) return;
					for (const observer of [table, records]) {
						if (what === 'close') observer.close(message, outcome);
						else observer[what](message, time);
					}
					expect(records.bytesHeld).toBeLessThanOrEqual(BYTES_HELD);
				});
				expect(textOf(itemsAsCsv(records))).toBe(csvOf(table));
				expect(JSON.parse(textOf(resultWithItems({} as Result, records)).replace(',', ''))).toEqual(
					{
						items: { ...table }
					}
				);
				expect(records.bytesHeld).toBeLessThanOrEqual(BYTES_HELD);
				records.dispose();
			})
		);
	});

	it.each(STRATEGIES.presets.map(({ id, scenario }) => ({ id, scenario })))(
		'give the bytes that a whole table gives: $id',
		({ scenario }) => {
			const short = parseScenario({ ...scenario, duration: 2 });
			const records = new ItemRecords({ pageLength: 64, pagesHeld: 2 });
			const result = runScenario(short, records);
			const whole = simulate(short, { items: true });
			expect(textOf(resultWithItems(result, records))).toBe(`${JSON.stringify(whole)}\n`);
			expect(textOf(itemsAsCsv(records))).toBe(whole.items && csvOf(whole.items));
			records.dispose();
		}
	);

	it('are told in pieces, of which none grows with the run', () => {
		const longest = [1, 10].map((duration) => {
			const records = new ItemRecords();
			const source = { process: 'constant', rate: 5000 };
			const scenario = parseScenario({
				version: 1,
				strategy: 'no-backpressure',
				duration,
				source
			});
			const result = runScenario(scenario, records);
			const pieces = [...itemsAsCsv(records), ...resultWithItems(result, records)];
			return Math.max(...pieces.map(({ length }) => length));
		});
		// Ten times as many messages; their numbers and times have a digit or two more.
		expect(longest[1]).toBeLessThan(2 * (longest[0] ?? 0));
	});

	it('that find no room say where, and disturb nobody in the run', () => {
		vi.stubEnv('TMPDIR', `${newFolder()}/none`);
		onTestFinished(() => {
			vi.unstubAllEnvs();
		});
		const records = new ItemRecords({ pageLength: 1, pagesHeld: 1 });
		records.offer(0, 0);
		records.offer(1, 1);
		records.accept(0, 2);
		records.close(0, 'lost');
		// There is room again, but what was lost stays lost.
		vi.unstubAllEnvs();
		for (const read of [() => records.check(), () => [...records.rows()]]) {
			expect(reasonIn(read)).toMatch(
				/^the times of the messages could not be kept in .*\/none \(TMPDIR names another folder\): ENOENT/
			);
		}
	});
});
