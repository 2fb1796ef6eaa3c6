import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/build/listing/highlight';
import { strategyListing } from '../../../src/build/listing/strategy-listing';
import { rewrite } from '../../../src/build/parked-lines';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { openingRow } from '../../../src/listing/open-row';
import { codeOf, read, textOf } from './fixture';

const source = read('src/core/strategies/small-buffers/small-buffers.ts');

describe('the code that records where it waits', () => {
	it('names the line of each yield*, and moves with it', () => {
		const code = 'function* f() {\n\tyield* a();\n\n\tconst b = yield* c(yield* d());\n}';
		const marked = rewrite(code);
		expect(marked).toContain('yield* (at(2), a())');
		expect(marked).toContain('yield* (at(4), c(yield* (at(4), d())))');
		expect(rewrite(`\n${code}`)).toContain('yield* (at(3), a())');
	});

	it('keeps every line where it was', () => {
		expect(rewrite(source).split('\n')).toHaveLength(source.split('\n').length);
	});

	it('leaves comments, strings and other code alone', () => {
		const code = "// yield* a()\nconst text = 'yield* b()';\n";
		expect(rewrite(code)).toBe(code);
	});
});

describe.each(STRATEGIES.ids)('the listing of %s', (id) => {
	it('is the file that runs, byte for byte', () => {
		const { file, rows } = codeOf(id).typescript;
		expect(`${rows.map(textOf).join('\n')}\n`).toBe(read(`src/core/strategies/${id}/${file}`));
	});

	it('is in Go the file that is compiled, without the comments on where it parks', () => {
		const { file, rows } = codeOf(id).go;
		const code = read(`src/listing/go/${id}/${file}`);
		expect(`${rows.map(textOf).join('\n')}\n`).toBe(code.replace(/\s*\/\/ parks: .*$/gm, ''));
	});

	it('says in Go what is simplified', () => {
		expect(codeOf(id).go.note).toMatch(/^Simplified: .*\.$/);
		expect(codeOf(id).typescript.note).toBe('');
	});

	it('opens where the imports end and the first process begins', () => {
		for (const listing of [codeOf(id).typescript, codeOf(id).go]) {
			const texts = listing.rows.map(textOf);
			const opens = openingRow(listing, listing.rows);
			const firstWait = listing.rows.findIndex(({ waits }) => waits.length > 0);
			expect(opens).toBeGreaterThanOrEqual(texts.findLastIndex((text) => /^import/.test(text)));
			expect(opens).toBeLessThan(firstWait);
			expect(texts.slice(opens, firstWait).join('\n')).toContain('produce');
		}
	});
});

describe('the waits of a listing', () => {
	const code = [
		'class Made {',
		'\t*work(): Process {',
		'\t\tyield* this.pause();',
		'\t\tyield* a(yield* b());',
		'\t}',
		'',
		'\t*pause(): Process {',
		'\t\tyield* c();',
		'\t}',
		'}',
		''
	].join('\n');
	const listing = (text: string) =>
		strategyListing(
			{ file: 'made.ts', right: text, wrong: {} },
			{ file: 'made.go', right: 'package made\n', wrong: {} }
		);

	it('are named by the method and by their order in it; a method that runs another does not wait itself', async () => {
		const { waits, typescript } = await listing(code);
		expect(waits).toEqual({ 4: ['work/2', 'work/3'], 8: ['pause/1'] });
		expect(typescript.rows[3]?.waits).toEqual(['work/2', 'work/3']);
	});

	it('move with their lines', async () => {
		const { waits, typescript } = await listing(`\n\n${code}`);
		expect(waits).toEqual({ 6: ['work/2', 'work/3'], 10: ['pause/1'] });
		expect(typescript.rows[3]?.waits).toEqual([]);
		expect(typescript.rows[5]?.waits).toEqual(['work/2', 'work/3']);
	});

	it('are in Go what the comments say', async () => {
		const { go } = await strategyListing(
			{ file: 'made.ts', right: code, wrong: {} },
			{
				file: 'made.go',
				right: 'package made\n\nfunc work() {\n\ta(<-b)   // parks: work/2, work/3\n}\n',
				wrong: {}
			}
		);
		expect(go.rows[3]?.waits).toEqual(['work/2', 'work/3']);
		expect(go.rows.map(textOf)).toEqual(['package made', '', 'func work() {', '\ta(<-b)', '}']);
	});
});

it('sets keywords, strings and comments apart, neighbors of one kind in one token', async () => {
	const [line] = await highlight(["const a: string = 'b' + c(d); // e"], 'typescript');
	expect(line).toEqual([
		{ text: 'const', kind: 'keyword' },
		{ text: ' a: string = ', kind: 'plain' },
		{ text: "'b'", kind: 'string' },
		{ text: ' + c(d); ', kind: 'plain' },
		{ text: '// e', kind: 'comment' }
	]);
	const [go] = await highlight(['func a(b int) chan string { return "c" } // d'], 'go');
	expect(go?.map(({ kind, text }) => `${kind} ${text.trim()}`)).toEqual([
		'keyword func',
		'plain a(b int)',
		'keyword chan',
		'plain string {',
		'keyword return',
		'plain ',
		'string "c"',
		'plain }',
		'comment // d'
	]);
});
