import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const top = resolve(import.meta.dirname, '../../..');
const launcher = resolve(top, 'src/cli/simulate.mjs');

/** Three messages of 5 ms for one worker, the first of which is done in time. */
export const scenario = {
	version: 1,
	strategy: 'small-buffers',
	duration: 0.01,
	source: { process: 'constant', rate: 300 },
	consumer: { workers: 1, serviceTime: 0.005, distribution: 'constant' }
};

/** One scenario a line, with seeds from 1. */
export function scenarioLines(count: number): string {
	const lines = Array.from({ length: count }, (_, index) => ({ ...scenario, seed: index + 1 }));
	return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A folder for one test. */
export function newFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'pushback-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** Runs the command to its end. */
export function headless(args: readonly string[], input = '', nodeArgs: readonly string[] = []) {
	const { status, stdout, stderr } = spawnSync('node', [...nodeArgs, launcher, ...args], {
		input,
		encoding: 'utf8',
		maxBuffer: Infinity
	});
	return { status, stdout, stderr };
}

/** Runs the command in a shell that says first what this process may not do. */
export function headlessIn(shell: string, args: readonly string[]) {
	const command = `${shell}\nexec node "$@"`;
	const { status, stdout, stderr } = spawnSync('sh', ['-c', command, 'sh', launcher, ...args], {
		encoding: 'utf8'
	});
	return { status, stdout, stderr };
}

/** A command at work, which ends with its test. */
export class RunningCommand {
	readonly child: ChildProcessWithoutNullStreams;
	/** What it prints, line by line. */
	readonly lines: AsyncIterator<string>;
	/** How it ended. */
	readonly end: Promise<{ status: number | null; signal: string | null; stderr: string }>;

	constructor(args: readonly string[], script = launcher) {
		this.child = spawn('node', [script, ...args]);
		onTestFinished(() => {
			this.child.kill('SIGKILL');
		});
		this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
		// A command that has heard enough breaks the pipe.
		this.child.stdin.on('error', () => {});
		this.end = this.#ended();
	}

	async #ended() {
		const complaint = text(this.child.stderr);
		const [status, signal] = await once(this.child, 'exit');
		return { status, signal, stderr: await complaint };
	}
}
