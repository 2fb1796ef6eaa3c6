import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { StandardOutput } from '../../../src/cli/output/standard-output';
import {
	headless,
	headlessIn,
	newFolder,
	RunningCommand,
	scenario,
	scenarioLines
} from './fixture';

const BAD_LINE = '{"version":2}\n';

/** The lines of a text that has as many as results were printed. */
function seedsIn(stdout: string): number[] {
	const lines = stdout.split('\n').filter((line) => line !== '');
	return lines.map((line) => JSON.parse(line).scenario.seed);
}

describe('standard input', () => {
	it('may come at any speed: each line is answered before the next is written', async () => {
		const command = new RunningCommand(['-']);
		for (const seed of [1, 2, 3]) {
			command.child.stdin.write(`${JSON.stringify({ ...scenario, seed })}\n`);
			const { value } = await command.lines.next();
			expect(JSON.parse(value).scenario.seed).toBe(seed);
		}
		command.child.stdin.end();
		expect(await command.end).toEqual({ status: 0, signal: null, stderr: '' });
	});

	it('ends with a line that breaks a rule: the results before it are there, no others', () => {
		const input = scenarioLines(2) + BAD_LINE + scenarioLines(1);
		const { status, stdout, stderr } = headless(['-'], input);
		expect([status, seedsIn(stdout)]).toEqual([1, [1, 2]]);
		expect(stderr).toBe('line 3: version must be 1, got 2\n');
	});

	it('is let go at the first fault, though the writer has not ended', async () => {
		const command = new RunningCommand(['-']);
		command.child.stdin.write(BAD_LINE);
		expect(await command.end).toEqual({
			status: 1,
			signal: null,
			stderr: 'version must be 1, got 2\n'
		});
	});
});

describe('a file', () => {
	it('that cannot be read is named', () => {
		const folder = newFolder();
		expect(headless([folder]).stderr).toMatch(`${folder} cannot be read: EISDIR`);
		expect(headless([join(folder, 'none')]).stderr).toMatch('none cannot be read: ENOENT');
	});

	it('of several scenarios is checked to its end before anything runs', () => {
		const file = join(newFolder(), 'lines.json');
		writeFileSync(file, scenarioLines(3) + BAD_LINE);
		expect(headless([file])).toEqual({
			status: 1,
			stdout: '',
			stderr: 'line 4: version must be 1, got 2\n'
		});
	});

	it('of several scenarios gives the results that the same lines give through a pipe', () => {
		const file = join(newFolder(), 'lines.json');
		writeFileSync(file, scenarioLines(3));
		const { status, stdout } = headless([file]);
		expect([status, seedsIn(stdout)]).toEqual([0, [1, 2, 3]]);
		expect(stdout).toBe(headless(['-'], scenarioLines(3)).stdout);
	});
});

describe('standard output', () => {
	it('asks for more only when its reader has taken what there was', async () => {
		let asked = 0;
		let taken = 0;
		const pieces = function* () {
			while (asked < 20) {
				expect(asked).toBe(taken);
				asked++;
				yield 'x'.repeat(100_000);
			}
		};
		const reader = new Writable({
			write(_chunk, _encoding, done) {
				// Some turns of the loop later than it could.
				setImmediate(() =>
					setImmediate(() => {
						taken++;
						done();
					})
				);
			}
		});
		await new StandardOutput(reader).print(pieces());
		expect(taken).toBe(20);
	});

	it('may be closed by its reader, as `head -1` does: that ends the command, and is no fault', async () => {
		const command = new RunningCommand(['-']);
		const { stdin, stdout } = command.child;
		const writing = pipeline(Readable.from(endlessLines()), stdin).catch(() => {});
		await command.lines.next();
		stdout.destroy();
		expect(await command.end).toEqual({ status: 0, signal: null, stderr: '' });
		await writing;
	});

	it('that is full gives one line and status 1, also if half of the result fitted', () => {
		const folder = newFolder();
		const input = join(folder, 'scenario.json');
		const result = join(folder, 'result.json');
		writeFileSync(input, JSON.stringify(scenario));
		// One block: less than a result.
		const { status, stderr } = headlessIn(`ulimit -f 1; exec > '${result}'`, [input]);
		expect(readFileSync(result, 'utf8').length).toBeGreaterThan(0);
		expect(status).toBe(1);
		expect(stderr).toMatch(/^the result cannot be printed: EFBIG.*\n$/);
	});

	it.skipIf(!existsSync('/dev/full'))('that takes nothing gives one line, also to --help', () => {
		const { status, stderr } = headlessIn('exec > /dev/full', ['--help']);
		expect(status).toBe(1);
		expect(stderr).toMatch(/^the result cannot be printed: ENOSPC.*\n$/);
	});

	it('takes ten messages or half a million: no text of all of them is made', () => {
		const input = JSON.stringify({
			...scenario,
			duration: 5,
			source: { process: 'constant', rate: 100_000 },
			buffer: { capacity: 10, whenFull: 'drop-newest' }
		});
		// The table as one text takes more than that.
		const { status, stdout, stderr } = headless(['-', '--with-items'], input, [
			'--max-old-space-size=40'
		]);
		expect([status, stderr]).toEqual([0, '']);
		const { items } = JSON.parse(stdout);
		expect(items.outcome).toHaveLength(500_000);
		expect(items.offered[499_999]).toBe(5e9);
	});
});

function* endlessLines() {
	for (;;) yield scenarioLines(1);
}
