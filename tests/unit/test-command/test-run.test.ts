import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { openRunFolder } from '../../setup/suites/run-folder.mjs';
import type { Suite } from '../../setup/suites/run-suite.mjs';
import { Stage } from './stage';

const stage = await Stage.open();
const folder = mkdtempSync(join(tmpdir(), 'pushback-runs-'));
afterAll(() => {
	stage.close();
	rmSync(folder, { recursive: true });
});

const testRun = resolve(import.meta.dirname, '../../setup/suites/test-run.mjs');

/** Runs suites as `npm test` does its own, in a process of their own. */
function start(suites: readonly Suite[], results = mkdtempSync(join(folder, 'results-'))) {
	const script = `
		import { testRun } from ${JSON.stringify(testRun)};
		const suites = ${JSON.stringify(suites)};
		process.exitCode = await testRun(${JSON.stringify(results)}, () => suites, ['A remark.']);
	`;
	const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const exit = once(child, 'exit');
	const printed = text(child.stdout);
	return {
		results,
		kill: (signal: NodeJS.Signals) => child.kill(signal),
		/** What it has started may still hold its output open. */
		exit,
		ended: async () => {
			const [status, signal] = await exit;
			return { status, signal, lines: (await printed).trimEnd().split('\n') };
		}
	};
}

describe('a test run', () => {
	it('prints the sum of all suites last, and fails if one has failed', async () => {
		const { ended } = start([stage.suite('first'), stage.suite('second')]);
		const first = await stage.enter('first');
		await first.notes('passed', 'one');
		await first.notes('skipped', 'two');
		first.begins('exit 0');
		const second = await stage.enter('second');
		await second.notes('passed', 'one');
		await second.notes('failed', 'two');
		second.begins('exit 1');
		const { status, lines } = await ended();
		expect(lines.slice(-2)).toEqual(['A remark.', '2 passed, 1 failed, 1 skipped']);
		expect(status).toBe(1);
	});

	it('does not begin what cannot run without the suite that failed, and names it', async () => {
		const { ended } = start([
			stage.suite('needed', { isNeeded: true }),
			stage.suite('never'),
			stage.suite('ever')
		]);
		(await stage.enter('needed')).begins('exit 1');
		const { status, lines } = await ended();
		expect(lines).toContain('Not begun: never, ever');
		expect([status, lines.at(-1)]).toEqual([1, '0 passed, 1 failed']);
	});

	it.each([
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129]
	] as const)('that gets %s ends with all that it has started', async (signal, status) => {
		const names = [`${signal} suite`, `${signal} server`] as const;
		const { kill, ended, results } = start([stage.suite(names[0]), stage.suite('later')]);
		const suite = await stage.enter(names[0]);
		await suite.notes('passed', 'one');
		await suite.notes('running', 'two');
		await suite.does(`start ${names[1]}`);
		const server = await stage.enter(names[1]);
		kill(signal);
		const end = await ended();
		await Promise.all([suite.gone, server.gone]);
		expect(end.status).toBe(status);
		expect(end.lines).toContain('  It did not finish: two');
		expect(end.lines).toContain('Not begun: later');
		// This is not the sum, and does not look like it.
		expect(end.lines.at(-1)).toBe('Interrupted after 1 passed, 0 failed');
		expect(readdirSync(results)).toEqual([]);
	});

	it('that was killed is cleared away by the next one, and one that goes on is not', async () => {
		const results = mkdtempSync(join(folder, 'results-'));
		const killed = start([stage.suite('killed')], results);
		await (await stage.enter('killed')).does('start orphan');
		const orphan = await stage.enter('orphan');
		const other = start([stage.suite('other')], results);
		const others = await stage.enter('other');
		const before = readdirSync(results);
		killed.kill('SIGKILL');
		await killed.exit;

		const own = await openRunFolder(results);
		await orphan.gone;
		const after = readdirSync(results);
		expect([before.length, after.length]).toEqual([2, 2]);
		expect(after).toContain(basename(own));
		await others.notes('passed', 'one');
		others.begins('exit 0');
		expect((await other.ended()).lines.at(-1)).toBe('1 passed, 0 failed');
	});
});
