import { rmSync } from 'node:fs';
import { Interruption } from './interruption.mjs';
import { markOf, openRunFolder } from './run-folder.mjs';
import { runSuite } from './run-suite.mjs';

/** @typedef {import('./run-suite.mjs').Suite} Suite */
/** @typedef {import('./run-suite.mjs').Outcome} Outcome */
/** @typedef {import('./run-suite.mjs').Surroundings} Surroundings */
/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Runs suites one after the other and prints their sum last. When this process is asked to end, the
 * suite that runs is ended with all that it has started, and what had been done is summed up.
 * @param {string} results where this run gets a folder for what it writes; kept if something failed
 * @param {(folder: string) => readonly Suite[]} suitesIn
 * @param {readonly string[]} remarks what is to be known of the sum, printed above it
 * @returns {Promise<number>} the exit status
 */
export async function testRun(results, suitesIn, remarks) {
	const interruption = new Interruption();
	const folder = await openRunFolder(results);
	const suites = suitesIn(folder);
	const total = await runAll(suites, {
		folder,
		env: {
			...process.env,
			CI: 'true',
			// Some would color what goes into a file, too.
			...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
			[markOf(folder)]: '1'
		},
		interruption: interruption.signal
	});
	if (total.failed === 0) rmSync(folder, { recursive: true });
	const sum = inWords(total);
	if (interruption.signal.aborted) {
		// Nobody may take this for a sum of all.
		console.log(`\nInterrupted after ${sum}`);
		return interruption.status;
	}
	console.log(['', ...remarks, sum].join('\n'));
	return total.failed === 0 ? 0 : 1;
}

/**
 * @param {readonly Suite[]} suites
 * @param {Surroundings} surroundings
 * @returns {Promise<Count>}
 */
async function runAll(suites, surroundings) {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const [index, suite] of suites.entries()) {
		console.log(`\n── ${suite.name}`);
		const start = performance.now();
		const outcome = await runSuite(suite, surroundings);
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		tell(suite.name, outcome);
		console.log(`${suite.name}: ${inWords(outcome)} (${seconds} s)`);
		total.passed += outcome.passed;
		total.failed += outcome.failed;
		total.skipped += outcome.skipped;
		if (outcome.ended === 'interrupted' || (suite.isNeeded && outcome.failed > 0)) {
			const others = suites.slice(index + 1).map(({ name }) => name);
			if (others.length > 0) console.log(`Not begun: ${others.join(', ')}`);
			break;
		}
	}
	return total;
}

/**
 * Names what the output of the suite itself does not say.
 * @param {string} name
 * @param {Outcome} outcome
 */
function tell(name, { ended, running }) {
	if (ended === 'hung')
		console.log(`${name} hung: nothing was heard of it any more, so it was ended.`);
	if (ended === 'interrupted') console.log(`${name} was interrupted.`);
	for (const test of running) console.log(`  It did not finish: ${test}`);
}

/**
 * @param {Count} count
 */
function inWords({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
