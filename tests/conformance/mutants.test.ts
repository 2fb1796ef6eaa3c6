import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from './catalogues';
import { type Mutant, planted, queryOf } from './mutant';

const src = resolve(import.meta.dirname, '../../src');

/** Each mutant with the name that its modules go by. */
const MUTANTS = CATALOGUES.flatMap((catalogue) =>
	catalogue.mutants.map((mutant, index) => ({ mutant, query: queryOf(catalogue, index) }))
);

/** What the compiler says where a class meets its mutant, which here stands beside it. */
const TWO_OF_A_KIND = 'refers to a different member that cannot be accessed';

function sourceOf({ file }: Mutant): string {
	return readFileSync(resolve(src, file), 'utf8');
}

describe('the mutants', () => {
	it('go by different names, and no catalogue has a bug twice', () => {
		expect(new Set(MUTANTS.map(({ query }) => query)).size).toBe(MUTANTS.length);
		for (const { mutants } of CATALOGUES) {
			expect(new Set(mutants.map(({ bug }) => bug)).size).toBe(mutants.length);
		}
	});

	it('compile: what is wrong with them is what they do', () => {
		// Each stands beside the file that it was made of, and imports what that imports.
		const texts = new Map(
			MUTANTS.map(({ mutant, query }) => {
				const path = resolve(src, mutant.file.replace(/\.ts$/, `.${query.slice(1)}.ts`));
				return [path, planted(sourceOf(mutant), mutant)];
			})
		);
		const { config } = ts.readConfigFile(resolve(src, 'core/tsconfig.json'), ts.sys.readFile);
		const { options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve(src, 'core'));
		// Where a use was taken out, what is no longer used may stay.
		const unused = { noUnusedLocals: false, noUnusedParameters: false };
		const host = ts.createCompilerHost(options);
		const read: ts.CompilerHost['getSourceFile'] = (path, target) =>
			ts.createSourceFile(path, texts.get(path) ?? ts.sys.readFile(path) ?? '', target);
		const program = ts.createProgram(
			[...texts.keys()],
			{ ...options, ...unused },
			{
				...host,
				getSourceFile: read
			}
		);
		const complaints = [...texts.keys()].flatMap((path) => {
			const file = program.getSourceFile(path);
			return [
				...program.getSyntacticDiagnostics(file),
				...program.getSemanticDiagnostics(file)
			].map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
		});
		expect(complaints.filter((complaint) => !complaint.includes(TWO_OF_A_KIND))).toEqual([]);
	});
});

describe('a bug', () => {
	const mutant = { bug: 'counts wrong', file: 'x.ts', text: 'n + 1', instead: '$&', killedBy: '' };

	it('takes the place of its piece of the text, and of nothing else', () => {
		expect(planted('a(n + 1); b(n + 2);', mutant)).toBe('a($&); b(n + 2);');
	});

	it.each([
		['a(n + 2);', 0],
		['a(n + 1); b(n + 1);', 2]
	])('cannot be planted in "%s": the source moved on', (source, times) => {
		const told = `the source moved on: "counts wrong" cannot be planted in src/x.ts, which has this ${times} times:\nn + 1`;
		expect(() => planted(source, mutant)).toThrow(told);
	});
});
