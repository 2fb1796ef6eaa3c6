import { resolve } from 'node:path';
import { SITE } from '../site.mjs';

/** @typedef {import('./run-suite.mjs').Suite} Suite */

const top = resolve(import.meta.dirname, '../../..');

/** Whether somebody sees colors. */
const isTerminal = process.stdout.isTTY;

/**
 * What a test run consists of, in its order.
 * @param {string} folder where the suites write
 * @returns {readonly Suite[]}
 */
export function suitesIn(folder) {
	const site = resolve(folder, 'site');
	return [
		installation(),
		tool('format and lint', 'biome', 'ci', '--error-on-warnings', `--colors=${colors}`, '.'),
		tool('types', 'tsc', '-p', '.', '--pretty', pretty),
		tool('types of the core, which has no page', 'tsc', '-p', 'src/core', '--pretty', pretty),
		tool('types of the components', 'svelte-check', '--fail-on-warnings', '--output', 'human'),
		tool('nothing unused', 'knip', '--config', 'src/build/lint/knip.json'),
		vitest('unit'),
		vitest('browser'),
		build(site),
		endToEnd(site, resolve(folder, 'e2e'))
	];
}

const colors = isTerminal ? 'force' : 'off';
const pretty = String(isTerminal);

/**
 * @param {string} program
 */
function bin(program) {
	return resolve(top, 'node_modules/.bin', program);
}

/** @returns {Suite} */
function installation() {
	return {
		name: 'installation',
		command: [process.execPath, resolve(top, 'tests/setup/install.mjs')],
		notesTests: false,
		isNeeded: true,
		// A slow network gives no sign of life, and what loads from it gives up by itself.
		patience: Infinity
	};
}

/**
 * @param {string} name
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Suite}
 */
function tool(name, program, ...args) {
	// It prints through us, and does not know for whom.
	const env = isTerminal ? { FORCE_COLOR: '1' } : {};
	return { name, command: [bin(program), ...args], notesTests: false, env };
}

/**
 * @param {string} project
 * @returns {Suite}
 */
function vitest(project) {
	const reporters = ['default', './tests/setup/journal/vitest-reporter.ts'];
	return {
		name: project,
		command: [
			bin('vitest'),
			'run',
			'--project',
			project,
			...reporters.map((reporter) => `--reporter=${reporter}`)
		],
		notesTests: true
	};
}

/**
 * @param {string} site
 * @returns {Suite}
 */
function build(site) {
	const suite = tool('build', 'vite', 'build', '--logLevel', 'warn', '--outDir', site);
	return { ...suite, isNeeded: true };
}

/**
 * @param {string} site
 * @param {string} output what Playwright keeps of tests that fail
 * @returns {Suite}
 */
function endToEnd(site, output) {
	return {
		name: 'end to end',
		command: [
			bin('playwright'),
			'test',
			'--config',
			'tests/e2e/playwright.config.ts',
			'--add-reporter',
			'tests/setup/journal/playwright-reporter.ts',
			'--output',
			output
		],
		notesTests: true,
		env: { [SITE]: site }
	};
}
