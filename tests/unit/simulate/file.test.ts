import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reasonOf } from '../../../src/cli/output/complain';
import { ReplacedFile } from '../../../src/cli/output/replaced-file';
import {
	headless,
	headlessIn,
	newFolder,
	RunningCommand,
	scenario,
	scenarioLines
} from './fixture';

const OLD = 'the table of yesterday\n';

/** A folder with a file in it, and what stands there now. */
function folderWithFile() {
	const folder = newFolder();
	const path = join(folder, 'items.csv');
	writeFileSync(path, OLD);
	return { folder, path, content: () => readFileSync(path, 'utf8') };
}

/** Why a file cannot be written, or was not. */
async function complaintOf(act: () => Promise<void>): Promise<string> {
	try {
		await act();
		return 'nothing';
	} catch (error) {
		return reasonOf(error);
	}
}

describe('a file that is replaced', () => {
	it('is the old one up to the last piece, and then the new one', async () => {
		const { folder, path, content } = folderWithFile();
		const pieces = function* () {
			for (const piece of ['1\n', '2\n', '3\n']) {
				expect(content()).toBe(OLD);
				yield piece;
			}
			expect(content()).toBe(OLD);
		};
		await new ReplacedFile(path).replace(pieces());
		expect([content(), readdirSync(folder)]).toEqual(['1\n2\n3\n', ['items.csv']]);
	});

	it.each([0, 1, 2])('stays, alone, if it fails after %i pieces', async (count) => {
		const { folder, path, content } = folderWithFile();
		const pieces = function* () {
			for (let piece = 0; piece < count; piece++) yield 'new\n';
			throw new Error('no more');
		};
		expect(await complaintOf(() => new ReplacedFile(path).replace(pieces()))).toBe(
			`${path} was not written, and is as it was: no more`
		);
		expect([content(), readdirSync(folder)]).toEqual([OLD, ['items.csv']]);
	});

	it('need not be there before, and is not there after a failure', async () => {
		const folder = newFolder();
		const path = join(folder, 'new.csv');
		const pieces = function* () {
			yield 'new\n';
			throw new Error('no more');
		};
		expect(await complaintOf(() => new ReplacedFile(path).replace(pieces()))).toBe(
			`${path} was not written: no more`
		);
		expect(readdirSync(folder)).toEqual([]);
		await new ReplacedFile(path).replace(['new\n']);
		expect(readFileSync(path, 'utf8')).toBe('new\n');
	});

	it('keeps its permissions, and the link that leads to it', async () => {
		const { folder, path, content } = folderWithFile();
		const link = join(folder, 'link.csv');
		chmodSync(path, 0o640);
		symlinkSync('items.csv', link);
		await new ReplacedFile(link).replace(['new\n']);
		expect(content()).toBe('new\n');
		expect(statSync(path).mode & 0o777).toBe(0o640);
		expect(readdirSync(folder)).toEqual(['items.csv', 'link.csv']);
	});

	it('leaves signals to whoever heard them before', async () => {
		const { path } = folderWithFile();
		const before = process.listenerCount('SIGINT');
		await new ReplacedFile(path).replace(['new\n']);
		expect(process.listenerCount('SIGINT')).toBe(before);
	});

	it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
		'stays, alone, when %s ends the process',
		async (signal) => {
			const { folder, path, content } = folderWithFile();
			const script = join(newFolder(), 'endless.mjs');
			const bundler = resolve(import.meta.dirname, '../../../src/cli/bundle.mjs');
			writeFileSync(
				script,
				`import { importBundled } from '${bundler}';
			const { ReplacedFile } = await importBundled('src/cli/output/replaced-file.ts');
			function* endless() {
				yield 'new';
				process.kill(process.pid, '${signal}');
				for (;;) yield 'new';
			}
			await new ReplacedFile('${path}').replace(endless());`
			);
			const command = new RunningCommand([], script);
			expect(await command.end).toEqual({ status: null, signal, stderr: '' });
			expect([content(), readdirSync(folder)]).toEqual([OLD, ['items.csv']]);
		}
	);
});

describe('--items', () => {
	const folderWithScenario = () => {
		const { folder, path, content } = folderWithFile();
		const input = join(folder, 'scenario.json');
		writeFileSync(input, JSON.stringify({ ...scenario, duration: 1 }));
		return { folder, path, content, input };
	};

	it('leaves the old file alone on a disk that gets full', () => {
		const { folder, path, content, input } = folderWithScenario();
		// Three hundred messages are more than four blocks.
		const { status, stdout, stderr } = headlessIn('ulimit -f 4', [input, '--items', path]);
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^.*items\.csv was not written, and is as it was: EFBIG.*\n$/);
		expect([content(), readdirSync(folder)]).toEqual([OLD, ['items.csv', 'scenario.json']]);
	});

	it('leaves it alone if a rule is broken, or if there are several scenarios', () => {
		const { path, content, input } = folderWithScenario();
		for (const scenarios of ['{"version":2}', scenarioLines(2)]) {
			writeFileSync(input, scenarios);
			for (const [from, sent] of [
				[input, ''],
				['-', scenarios]
			] as const) {
				const { status, stdout } = headless([from, '--items', path], sent);
				expect([status, stdout, content()]).toEqual([1, '', OLD]);
			}
		}
	});

	it('does not overwrite what is read or printed', () => {
		const { path, content, input } = folderWithScenario();
		const before = readFileSync(input, 'utf8');
		expect(headless([input, '--items', input]).stderr).toBe(
			'--items names the input, which would be lost\n'
		);
		expect(headlessIn(`exec < '${input}'`, ['-', '--items', input]).status).toBe(1);
		expect(readFileSync(input, 'utf8')).toBe(before);
		expect(headlessIn(`exec >> '${path}'`, [input, '--items', path]).stderr).toBe(
			'--items names the file of the result, which would be lost\n'
		);
		expect(content()).toBe(OLD);
	});

	it('says before the run where nothing can be written', () => {
		const { folder, input } = folderWithScenario();
		expect(headless([input, '--items', folder]).stderr).toBe(
			`${folder} cannot be written: it is a folder\n`
		);
		expect(headless([input, '--items', join(folder, 'none/items.csv')]).stderr).toMatch(
			/none\/items\.csv cannot be written: ENOENT/
		);
		expect(headless([input, '--items', '']).status).toBe(1);
	});

	it('writes into a pipe, which has no old text and stays a pipe', async () => {
		const { folder, input } = folderWithScenario();
		const { pipe, read } = pipeIn(folder, 'cat');
		expect(headless([input, '--items', pipe]).status).toBe(0);
		expect(statSync(pipe).isFIFO()).toBe(true);
		expect((await read).split('\n')).toHaveLength(302);
	});

	it('ends quietly where the reader of a pipe has had enough', async () => {
		const { folder, input } = folderWithScenario();
		const { pipe, read } = pipeIn(folder, 'head', '-n', '1');
		// More than a pipe takes that nobody reads.
		writeFileSync(input, JSON.stringify({ ...scenario, duration: 10 }));
		const { status, stdout, stderr } = headless([input, '--items', pipe]);
		expect([status, stderr]).toEqual([0, '']);
		expect(JSON.parse(stdout).counts.offered).toBe(3000);
		expect(await read).toBe('message,offered,accepted,started,completed,outcome\n');
	});
});

/** A pipe with a name, and what a program gets out of it, which ends with the test. */
function pipeIn(folder: string, program: string, ...args: string[]) {
	const pipe = join(folder, 'pipe');
	spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
	const reader = spawn(program, [...args, pipe]);
	onTestFinished(() => {
		reader.kill('SIGKILL');
	});
	return { pipe, read: text(reader.stdout) };
}
