import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../../src/build/listing/line-diff';
import { LINES_A_FILE, lineOffset } from '../../../src/build/listing/mistake-files';
import type { MistakeKey } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { composeRows } from '../../../src/listing/compose-rows';
import type { Listing, Row } from '../../../src/listing/listing';
import { openingRow } from '../../../src/listing/open-row';
import { rowsOfWaits } from '../../../src/listing/parked-marks';
import { EACH_MISTAKE } from '../../setup/sources/each-mistake';
import { codeOf, read, textOf } from './fixture';

function wordsOf(lines: readonly string[]): string[] {
	return lines.map((line) => line.trim().replace(/^override /, '')).filter((line) => line !== '');
}

/** The code that runs: all but what is struck out. */
function textIn(rows: readonly Row[]): string {
	const running = rows.filter(({ change }) => change !== 'removed');
	return running.map(textOf).join('\n');
}

function addedIn(listing: Listing, mistakes: readonly MistakeKey[]): string[] {
	const rows = composeRows(listing, mistakes);
	return rows.filter(({ change }) => change === 'added').map((row) => textOf(row).trim());
}

describe.each(EACH_MISTAKE)('with %s', (mistake, strategy) => {
	const { typescript, go, waits } = codeOf(strategy);
	const path = `src/core/strategies/${strategy}/mistakes/${mistake}.ts`;
	const offset = lineOffset(mistake, [...STRATEGIES.mistakesOf(strategy)].sort());
	const recorded = Object.entries(waits).filter(
		([line]) => Math.floor(Number(line) / LINES_A_FILE) * LINES_A_FILE === offset
	);

	it.each([
		['TypeScript', typescript],
		['Go', go]
	])('something is gone and something new in %s, and the panel opens there', (_, listing) => {
		const rows = composeRows(listing, [mistake]);
		const changes = rows.map(({ change }) => change);
		expect(changes).toContain('removed');
		expect(changes).toContain('added');
		const opens = openingRow(listing, rows);
		expect(changes.slice(0, opens).every((change) => change === 'shared')).toBe(true);
		expect(changes.slice(opens, opens + 4).some((change) => change !== 'shared')).toBe(true);
	});

	it.each([
		['TypeScript', typescript],
		['Go', go]
	])('the listing in %s without what is added is the listing as it should be', (_, listing) => {
		const rows = composeRows(listing, [mistake]).filter(({ change }) => change !== 'added');
		expect(wordsOf(rows.map(textOf))).toEqual(wordsOf(listing.rows.map(textOf)));
	});

	it('every method of its file stands in the listing, byte for byte, one tab less deep', () => {
		const methods = (/extends Right \{\n([\s\S]*)\n\t\};/.exec(read(path))?.[1] ?? '').split(
			/\n\n/
		);
		const text = textIn(composeRows(typescript, [mistake]));
		for (const method of methods) {
			expect(text).toContain(method.replace(/^\t/gm, '').replace('\toverride ', '\t'));
		}
	});

	it('every function of its Go file stands in the listing, byte for byte', () => {
		const functions = read(`src/listing/go/${strategy}/${mistake}.go`).match(/^func .*?^\}/gms);
		const text = textIn(composeRows(go, [mistake]));
		expect(functions).not.toBeNull();
		for (const code of functions ?? []) {
			expect(text).toContain(code.replace(/\s*\/\/ parks: .*$/gm, ''));
		}
	});

	it('each of its waits is on the row with the code of its own file', () => {
		const rows = composeRows(typescript, [mistake]);
		const rowOf = rowsOfWaits(rows);
		const lines = read(path).split('\n');
		const right = typescript.rows.map((row) => textOf(row).trim());
		expect(recorded).toHaveLength(new Set(lines.filter((line) => line.includes('yield*'))).size);
		for (const [line, names] of recorded) {
			const row = rows[rowOf.get(names[0] ?? '') ?? -1];
			const code = lines[Number(line) - offset - 1]?.trim() ?? '';
			expect(code).toContain('yield*');
			expect(row && textOf(row).trim()).toBe(code);
			expect(row?.change).toBe(right.includes(code) ? 'shared' : 'added');
		}
	});

	it('calls nothing that it overrides, so that what is struck out does not run', () => {
		expect(read(path)).not.toMatch(/\bsuper\b/);
	});
});

describe('several mistakes at once', () => {
	const throttling = codeOf('producer-throttling');
	const bounded = codeOf('bounded-concurrency');

	it.each([
		['TypeScript', throttling.typescript],
		['Go', throttling.go]
	])('stand beside each other where they write different methods, in %s', (_, listing) => {
		const one = addedIn(listing, ['truncating-refill']);
		const other = addedIn(listing, ['retry-at-once']);
		const both = addedIn(listing, ['retry-at-once', 'truncating-refill']);
		expect(both.toSorted()).toEqual([...one, ...other].toSorted());
		expect(both).toEqual(addedIn(listing, ['truncating-refill', 'retry-at-once']));
	});

	it('of one method the later one wins, as of their classes', () => {
		const both = (...mistakes: MistakeKey[]) => addedIn(bounded.typescript, mistakes).join('\n');
		const leak = 'if (record % 100 === 99) return;';
		expect(both('spawns-without-limit', 'leaks-permits')).toContain(leak);
		const spawning = both('leaks-permits', 'spawns-without-limit');
		expect(spawning).not.toContain(leak);
		expect(spawning).toBe(both('spawns-without-limit'));
	});
});

describe('the difference of two texts', () => {
	const diff = (before: string, after: string) =>
		lineDiff([...before], [...after], (one, other) => Number(one === other))
			.map(({ before: i, after: j }) => {
				return i === null ? `+${after[j ?? -1]}` : j === null ? `-${before[i]}` : before[i];
			})
			.join(' ');

	it.each([
		['', '', ''],
		['a', '', '-a'],
		['', 'a', '+a'],
		['abc', 'abc', 'a b c'],
		['abc', 'axc', 'a -b +x c'],
		['abcd', 'bd', '-a b -c d'],
		['bd', 'abcd', '+a b +c d'],
		['abab', 'ab', 'a b -a -b']
	])('%s → %s', (before, after, expected) => {
		expect(diff(before, after)).toBe(expected);
	});
});
