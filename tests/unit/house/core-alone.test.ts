import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const top = resolve(import.meta.dirname, '../../..');

/** A sentence of lint about each text that has no place in the core. */
const REFUSED = [
	['export const x = Math.log(2);', 'Engines disagree on this function'],
	['export const x = Math.random();', 'Engines disagree on this function'],
	['export const x = Math.floor(Math.exp(2));', 'Engines disagree on this function'],
	['export const x = [1].map(Math.sin);', 'Engines disagree on this function'],
	['export const { cos } = Math;', 'Write Math and the function in one'],
	["export const x = Math['tan'](1);", 'Write Math and the function in one'],
	['export const x = 2 ** 3;', 'Engines disagree on powers'],
	['export let x = 2;\nx **= 3;', 'Engines disagree on powers'],
	['export async function f() {}', 'The core is synchronous'],
	['export const f = async () => 1;', 'The core is synchronous'],
	['export class C {\n\tstatic async *f() {\n\t\tyield 1;\n\t}\n}', 'The core is synchronous'],
	['export const x = Promise.resolve(1);', 'Do not use the global variable Promise.'],
	['export const x = Date.now();', 'Do not use the global variable Date.'],
	['export const x = performance.now();', 'Do not use the global variable performance.'],
	['console.error(1);', 'Do not use the global variable console.'],
	['export const x = globalThis.Math;', 'Do not use the global variable globalThis.'],
	['export const x = new Intl.NumberFormat();', 'Do not use the global variable Intl.']
] as const;

const ALLOWED =
	'export const x = Math.floor(Math.sqrt(2)) + Math.imul(2, 3) * Math.max(1, 2) + Math.PI;';

interface Diagnostic {
	readonly message: string;
	readonly location: { readonly path: string };
}

describe('lint refuses in the core', () => {
	let folder: string;
	let diagnostics: readonly Diagnostic[];

	// All texts are judged in one go, by the rules of this repository, in a folder of their own.
	beforeAll(() => {
		folder = mkdtempSync(resolve(tmpdir(), 'pushback-lint-'));
		const rules = JSON.parse(readFileSync(resolve(top, 'biome.json'), 'utf8'));
		writeFileSync(resolve(folder, 'biome.json'), JSON.stringify({ ...rules, vcs: undefined }));
		cpSync(resolve(top, 'src/build/lint'), resolve(folder, 'src/build/lint'), { recursive: true });
		mkdirSync(resolve(folder, 'src/core'));
		[ALLOWED, ...REFUSED.map(([text]) => text)].forEach((text, index) => {
			writeFileSync(resolve(folder, `src/core/${index}.ts`), `${text}\n`);
		});
		const biome = resolve(top, 'node_modules/.bin/biome');
		const args = ['lint', '--reporter=json', '--max-diagnostics=none', 'src/core'];
		const { stdout } = spawnSync(biome, args, { cwd: folder, encoding: 'utf8' });
		diagnostics = JSON.parse(stdout).diagnostics;
	});

	afterAll(() => rmSync(folder, { recursive: true }));

	/** What lint says of one of the texts, the allowed one first. */
	function saidOf(index: number): string[] {
		return diagnostics
			.filter(({ location }) => location.path === `src/core/${index}.ts`)
			.map(({ message }) => message);
	}

	it.each(REFUSED.map(([text, reason], index) => ({ text, reason, index })))(
		'$text',
		({ reason, index }) => {
			expect(saidOf(index + 1).join('\n')).toContain(reason);
		}
	);

	it('but not what every engine does alike', () => {
		expect(saidOf(0)).toEqual([]);
	});
});

describe('the types of the core know', () => {
	/** A file that does not exist, in the folder whose types are tried. */
	const PLANTED = resolve(top, 'src/core/run/planted.ts');

	let options: ts.CompilerOptions;
	let host: ts.CompilerHost;

	beforeAll(() => {
		const config = resolve(top, 'src/core/tsconfig.json');
		const { config: json } = ts.readConfigFile(config, ts.sys.readFile);
		options = ts.parseJsonConfigFileContent(json, ts.sys, resolve(top, 'src/core')).options;
		host = ts.createCompilerHost(options);
	});

	/** The complaints of the compiler about a file of the core with this text. */
	function compile(text: string): string[] {
		const read: ts.CompilerHost['getSourceFile'] = (name, target) =>
			ts.createSourceFile(name, name === PLANTED ? text : (ts.sys.readFile(name) ?? ''), target);
		const program = ts.createProgram([PLANTED], options, { ...host, getSourceFile: read });
		return ts
			.getPreEmitDiagnostics(program)
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
	}

	it.each(['performance', 'document', 'setTimeout', 'process', 'queueMicrotask'])(
		'no %s',
		(name) => {
			expect(compile(`export const x = ${name};`)[0]).toContain(`Cannot find name '${name}'`);
		}
	);

	it('but the language itself', () => {
		expect(compile('export const x: readonly number[] = [2, 1].toSorted();')).toEqual([]);
	});
});
