import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { runSuite, type Suite } from '../../setup/suites/run-suite.mjs';
import { Stage } from './stage';

const PATIENCE = 5;

const stage = await Stage.open();
const folder = mkdtempSync(join(tmpdir(), 'pushback-suites-'));
afterAll(() => {
	stage.close();
	rmSync(folder, { recursive: true });
});

/** What ticks when it is told to: nobody waits for minutes here. */
class Metronome {
	#tick: (() => void) | undefined;

	readonly ticking = (tick: () => void): (() => void) => {
		this.#tick = tick;
		return () => {
			this.#tick = undefined;
		};
	};

	ticks(times: number): void {
		for (let n = 0; n < times; n++) this.#tick?.();
	}
}

let metronome: Metronome;
beforeEach(() => {
	metronome = new Metronome();
});

function start(suite: Suite) {
	return runSuite(suite, {
		folder,
		env: process.env,
		interruption: new AbortController().signal,
		ticking: metronome.ticking,
		// Who is deaf to signals need not be waited for.
		grace: 100
	});
}

describe('a suite in which nothing ends any more', () => {
	it('is ended: what had passed counts, and what was running is named and has failed', async () => {
		const outcome = start(stage.suite('hangs', { patience: PATIENCE }));
		const suite = await stage.enter('hangs');
		await suite.notes('passed', 'a.test.ts > one');
		await suite.notes('passed', 'a.test.ts > two');
		await suite.notes('running', 'a.test.ts > three');
		suite.begins('loop');
		metronome.ticks(1 + PATIENCE);
		expect(await outcome).toEqual({
			ended: 'hung',
			passed: 2,
			failed: 1,
			skipped: 0,
			running: ['a.test.ts > three']
		});
	});

	it('takes with it whoever it has started, in whatever process group, deaf or not', async () => {
		const outcome = start(stage.suite('takes', { patience: PATIENCE }));
		const suite = await stage.enter('takes');
		await suite.does('start browser');
		const browser = await stage.enter('browser');
		await browser.does('start page');
		const page = await stage.enter('page');
		metronome.ticks(1 + PATIENCE);
		await outcome;
		await Promise.all([suite.gone, browser.gone, page.gone]);
	});
});

describe('a suite in which something ends again and again', () => {
	it('is never ended, though it takes many times as long', async () => {
		const outcome = start(stage.suite('slow', { patience: PATIENCE }));
		const suite = await stage.enter('slow');
		for (let n = 1; n <= 10; n++) {
			await suite.notes('passed', `test ${n}`);
			// The first of these hears of the test.
			metronome.ticks(PATIENCE);
		}
		suite.begins('exit 0');
		expect(await outcome).toMatchObject({ ended: 'by itself', passed: 10, failed: 0 });
	});
});

describe('a suite that ends by itself', () => {
	it.each([
		['and all went well', ['passed', 'skipped', 'closed'], 0, [1, 0, 1]],
		['and one failed', ['passed', 'failed'], 1, [1, 1, 0]],
		['though one did not end', ['passed', 'running'], 0, [1, 1, 0]],
		['with an error that no test has', ['passed', 'passed'], 1, [2, 1, 0]],
		['and noted nothing', [], 0, [0, 1, 0]],
		['and only closed a file', ['closed'], 0, [0, 1, 0]]
	] as const)('%s: counts %j, status %i, as passed, failed, skipped %j', async (...row) => {
		const [name, states, status, [passed, failed, skipped]] = row;
		const outcome = start(stage.suite(name));
		const suite = await stage.enter(name);
		for (const [index, state] of states.entries()) await suite.notes(state, `test ${index}`);
		suite.begins(`exit ${status}`);
		expect(await outcome).toMatchObject({ ended: 'by itself', passed, failed, skipped });
	});

	it('leaves no process behind, not even one whose parent has ended', async () => {
		const outcome = start(stage.suite('leaves'));
		const suite = await stage.enter('leaves');
		await suite.does('start left');
		const left = await stage.enter('left');
		suite.begins('exit 0');
		await outcome;
		await left.gone;
	});

	it('that cannot be started has failed', async () => {
		const suite = { name: 'none', command: ['/no/such/program'], notesTests: true } as const;
		expect(await start(suite)).toMatchObject({ ended: 'by itself', passed: 0, failed: 1 });
	});
});

describe('a command that notes no tests', () => {
	it('is alive as long as it prints, and counts as one test', async () => {
		const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		const outcome = start(stage.suite('prints', { notesTests: false, patience: PATIENCE }));
		const command = await stage.enter('prints');
		for (let n = 1; n <= 3; n++) {
			await command.does('print something');
			await expect.poll(() => printed.mock.calls.length).toBe(n);
			metronome.ticks(PATIENCE);
		}
		printed.mockRestore();
		command.begins('exit 0');
		expect(await outcome).toMatchObject({ ended: 'by itself', passed: 1, failed: 0 });
	});

	it('has failed when its status says so', async () => {
		const outcome = start(stage.suite('complains', { notesTests: false }));
		(await stage.enter('complains')).begins('exit 2');
		expect(await outcome).toMatchObject({ ended: 'by itself', passed: 0, failed: 1 });
	});
});
