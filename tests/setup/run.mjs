// `npm test`: installs what is missing and runs every suite, one after the other. The last line
// sums them up. A suite that cannot be counted counts as one failure.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { installPackages } from '../../src/cli/install-packages.mjs';
import { installBrowsers } from './browsers.mjs';

const top = resolve(import.meta.dirname, '../..');
const results = resolve(top, 'test-results');

/** A suite that takes longer than this, in milliseconds, hangs. */
const PATIENCE = 12 * 60_000;

/**
 * One command. The tests in its report are counted; a command without a report counts as one test.
 * @typedef {{ name: string, command: readonly [string, ...string[]], report?: string }} Suite
 */

/** @typedef {{ passed: number, failed: number }} Count */

const isTerminal = process.stdout.isTTY;

/** @type {readonly Suite[]} */
const SUITES = [
	{
		name: 'format and lint',
		command: ['biome', 'ci', '--error-on-warnings', ...(isTerminal ? [] : ['--colors=off']), '.']
	},
	{ name: 'types', command: ['tsc', '-p', '.'] },
	{ name: 'types of the core, which has no page', command: ['tsc', '-p', 'src/core'] },
	{
		name: 'types of the components',
		command: ['svelte-check', '--fail-on-warnings', '--output', 'human']
	},
	{ name: 'nothing unused', command: ['knip', '--config', 'src/build/lint/knip.json'] },
	vitest('unit'),
	vitest('browser'),
	{ name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
	{
		name: 'end to end',
		command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
		report: resolve(results, 'e2e.json')
	}
];

/**
 * @param {string} project
 * @returns {Suite}
 */
function vitest(project) {
	const report = resolve(results, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return { name: project, command: ['vitest', 'run', '--project', project, ...reporters], report };
}

/**
 * @param {Suite} suite
 * @returns {Count}
 */
function run({ name, command, report }) {
	console.log(`\n── ${name}`);
	const [program, ...args] = command;
	const { status, error } = spawnSync(resolve(top, 'node_modules/.bin', program), args, {
		cwd: top,
		stdio: ['ignore', 'inherit', 'inherit'],
		timeout: PATIENCE,
		env: { ...process.env, CI: 'true', ...(isTerminal ? {} : { NO_COLOR: '1' }) }
	});
	if (error !== undefined) console.error(error.message);
	const { passed, failed } = report === undefined ? { passed: 1, failed: 0 } : countIn(report);
	if (status === 0 && failed === 0) return { passed, failed };
	// A command that failed has found something, even where no single test says so.
	return { passed: report === undefined ? 0 : passed, failed: Math.max(1, failed) };
}

/**
 * What a report of Vitest or of Playwright counts; a missing report is one failure.
 * @param {string} report
 * @returns {Count}
 */
function countIn(report) {
	try {
		const { numPassedTests, numFailedTests, stats } = JSON.parse(readFileSync(report, 'utf8'));
		return stats === undefined
			? { passed: numPassedTests, failed: numFailedTests }
			: { passed: stats.expected, failed: stats.unexpected + stats.flaky };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

/**
 * @returns {Count}
 */
function runAll() {
	const total = { passed: 0, failed: 0 };
	for (const suite of SUITES) {
		const start = performance.now();
		const { passed, failed } = run(suite);
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		console.log(`${suite.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
		total.passed += passed;
		total.failed += failed;
	}
	return total;
}

/**
 * @returns {Count}
 */
function installAndRunAll() {
	try {
		rmSync(results, { recursive: true, force: true });
		installPackages();
		installBrowsers();
	} catch (error) {
		console.error(error);
		return { passed: 0, failed: 1 };
	}
	return runAll();
}

const { passed, failed } = installAndRunAll();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
