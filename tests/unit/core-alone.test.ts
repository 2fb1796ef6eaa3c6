import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';

const top = resolve(import.meta.dirname, '../..');

/** A file that does not exist, in the folder whose rules are tried. */
const PLANTED = resolve(top, 'src/core/run/planted.ts');

describe('lint refuses in the core', () => {
	/** What lint says of a file of the core with this text. */
	function lint(text: string): string {
		const { stdout, stderr } = spawnSync(
			resolve(top, 'node_modules/.bin/biome'),
			['lint', '--colors=off', `--stdin-file-path=${PLANTED}`],
			{ cwd: top, input: text, encoding: 'utf8' }
		);
		return stdout + stderr;
	}

	const ENGINES = 'Engines disagree on this function';
	const POWERS = 'Engines disagree on powers';
	const APART = 'Write Math and the function in one';
	const SYNCHRONOUS = 'The core is synchronous';

	it.each([
		['export const x = Math.log(2);', ENGINES],
		['export const x = Math.random();', ENGINES],
		['export const x = Math.exp(Math.floor(2));', ENGINES],
		['export const x = [1].map(Math.sin);', ENGINES],
		['export const { cos } = Math;', APART],
		["export const x = Math['tan'](1);", APART],
		['export const x = 2 ** 3;', POWERS],
		['export let x = 2;\nx **= 3;', POWERS],
		['export async function f() {}', SYNCHRONOUS],
		['export const f = async () => 1;', SYNCHRONOUS],
		['export class C {\n\tstatic async *f() {\n\t\tyield 1;\n\t}\n}', SYNCHRONOUS],
		['export const x = Promise.resolve(1);', 'the core is synchronous'],
		['export const x = Date.now();', 'virtual time is the only clock'],
		['export const x = performance.now();', 'virtual time is the only clock'],
		['console.error(1);', 'not the console'],
		['export const x = globalThis.Math.log(1);', 'nothing of the place where it runs'],
		['export const x = new Intl.NumberFormat();', 'formats nothing']
	])('%s', (text, reason) => {
		expect(lint(text)).toContain(reason);
	});

	it('but not what every engine does alike', () => {
		const text = 'export const x = Math.floor(Math.sqrt(2)) + Math.imul(2, 3) * Math.max(1, 2);\n';
		// A plugin of lint that fails says so and lets everything pass.
		expect(lint(text)).not.toMatch(/×|errored/);
	});
});

describe('the types of the core know', () => {
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
