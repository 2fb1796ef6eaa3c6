// `npm test`: installs what is missing and runs every suite, one after the other. Ends with one
// line that sums them up. A suite that cannot be counted counts as one failure.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { installBrowsers } from './browsers.mjs';
import { installPackages } from './packages.mjs';

process.chdir(new URL('../..', import.meta.url).pathname);
rmSync('test-results', { recursive: true, force: true });
installPackages();
installBrowsers();

/**
 * One command. A suite with a report counts the tests in it; one without counts as one test.
 * @typedef {{ name: string, command: string[], report?: string }} Suite
 */

/** @type {Suite[]} */
const SUITES = [
	{ name: 'format and lint', command: ['biome', 'ci', '.'] },
	{ name: 'types', command: ['tsc', '-p', '.'] },
	{ name: 'types of the core, without a page', command: ['tsc', '-p', 'src/core'] },
	{
		name: 'types of the components',
		command: ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings']
	},
	{ name: 'nothing unused', command: ['knip'] },
	vitest('unit'),
	vitest('browser'),
	{ name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
	{
		name: 'end to end',
		command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
		report: 'test-results/e2e.json'
	}
];

/** @param {string} project @returns {Suite} */
function vitest(project) {
	const report = `test-results/${project}.json`;
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	return { name: project, command: ['vitest', 'run', '--project', project, ...reporters], report };
}

/** @param {Suite} suite @returns {{ passed: number, failed: number }} */
function count({ report }, hasSucceeded) {
	if (report === undefined) return { passed: hasSucceeded ? 1 : 0, failed: hasSucceeded ? 0 : 1 };
	try {
		const json = JSON.parse(readFileSync(report, 'utf8'));
		const passed = json.numPassedTests ?? json.stats.expected;
		const failed = json.numFailedTests ?? json.stats.unexpected + json.stats.flaky;
		return { passed, failed: hasSucceeded ? failed : Math.max(1, failed) };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

const total = { passed: 0, failed: 0 };
for (const suite of SUITES) {
	console.log(`\n── ${suite.name}`);
	const { status } = spawnSync('npx', suite.command, { stdio: ['ignore', 'inherit', 'inherit'] });
	const { passed, failed } = count(suite, status === 0);
	console.log(
		`${suite.name}: ${failed === 0 ? 'ok' : 'FAILED'} (${passed} passed, ${failed} failed)`
	);
	total.passed += passed;
	total.failed += failed;
}
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
