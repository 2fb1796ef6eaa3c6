import { resolve } from 'node:path';
import { Journal } from '../journal/journal.mjs';
import { JOURNAL } from '../journal/note.mjs';
import { ProcessGroup } from '../processes/process-group.mjs';
import { everySecond, Patience, SUITE_PATIENCE } from './patience.mjs';

/**
 * One command. Its tests are counted if it notes them in a journal, else it counts as one test.
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly [string, ...string[]]} command a program and its arguments
 * @property {boolean} notesTests
 * @property {boolean} [isNeeded] whether those after it cannot run without it
 * @property {NodeJS.ProcessEnv} [env] what it needs beside the environment of the run
 * @property {number} [patience] so many ticks without a sign of life are too many: 300 by default
 */

/**
 * Where and how a suite runs.
 * @typedef {object} Surroundings
 * @property {string} folder of this run, for its journals
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} interruption
 * @property {(tick: () => void) => () => void} [ticking] starts to tick, and returns what stops it;
 *   once a second by default
 * @property {number} [grace] what a suite that is ended may still take, in milliseconds
 */

/**
 * What has come of a suite.
 * @typedef {object} Outcome
 * @property {'by itself' | 'hung' | 'interrupted'} ended
 * @property {number} passed
 * @property {number} failed at least one if the suite hung, crashed or noted nothing
 * @property {number} skipped
 * @property {readonly string[]} running the tests that were running when it ended, by their names
 */

/**
 * Runs a suite to its end, however long that takes, unless nothing is heard of it any more: no test
 * has begun or ended, or a command that notes no tests has printed nothing. What had passed until
 * then counts. Leaves no process behind that the suite has started.
 * @param {Suite} suite
 * @param {Surroundings} surroundings
 * @returns {Promise<Outcome>}
 */
export async function runSuite(suite, surroundings) {
	const file = resolve(surroundings.folder, `${suite.name.replaceAll(/\W+/g, '-')}.jsonl`);
	const journal = new Journal(file);
	const group = start(suite, file, surroundings);
	const hasPrinted = forwardOutput(group.child);
	const isAlive = () => journal.read() || hasPrinted();

	/** @type {Pick<Outcome, 'ended' | 'running'>} */
	const end = { ended: 'by itself', running: [] };
	const stopWatching = watch(isAlive, suite.patience, surroundings, (why) => {
		if (end.ended !== 'by itself') return;
		journal.read();
		Object.assign(end, { ended: why, running: journal.running });
		void group.end();
	});
	const { status, error } = await group.exit;
	stopWatching();
	await group.end();
	if (error !== null) console.error(error.message);

	journal.read();
	if (end.ended === 'by itself') end.running = journal.running;
	const isFine = end.ended === 'by itself' && status === 0;
	const count = suite.notesTests ? journal.count : { ...NOTHING, passed: isFine ? 1 : 0 };
	if (end.ended === 'interrupted') return { ...end, ...count };
	return { ...end, ...judge(count, journal.running.length, isFine) };
}

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Suite} suite
 * @param {string} journal
 * @param {Surroundings} surroundings
 */
function start({ command: [program, ...args], notesTests, env }, journal, surroundings) {
	const output = notesTests ? 'inherit' : 'pipe';
	return new ProcessGroup(program, args, {
		stdio: ['ignore', output, output],
		env: { ...surroundings.env, ...env, ...(notesTests ? { [JOURNAL]: journal } : {}) },
		// As a terminal asks; Vitest and Playwright close their browsers then.
		ask: 'SIGINT',
		...(surroundings.grace === undefined ? {} : { grace: surroundings.grace })
	});
}

/**
 * Prints what a program prints.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => boolean} whether it has printed anything since it was last asked
 */
function forwardOutput({ stdout, stderr }) {
	let hasPrinted = false;
	const note = () => {
		hasPrinted = true;
	};
	stdout?.on('data', note).pipe(process.stdout, { end: false });
	stderr?.on('data', note).pipe(process.stderr, { end: false });
	return () => {
		const answer = hasPrinted;
		hasPrinted = false;
		return answer;
	};
}

/**
 * Says when a suite is to be ended before its time.
 * @param {() => boolean} isAlive whether there was a sign of life since it was last asked
 * @param {number | undefined} patience
 * @param {Surroundings} surroundings
 * @param {(why: 'hung' | 'interrupted') => void} end
 * @returns {() => void} stops it
 */
function watch(isAlive, patience, { interruption, ticking = everySecond }, end) {
	const silence = new Patience(patience ?? SUITE_PATIENCE);
	const stopTicking = ticking(() => {
		silence.tick(isAlive());
		if (silence.isOver) end('hung');
	});
	const interrupt = () => end('interrupted');
	interruption.addEventListener('abort', interrupt);
	if (interruption.aborted) interrupt();
	return () => {
		stopTicking();
		interruption.removeEventListener('abort', interrupt);
	};
}

/**
 * Who was still running has failed; and a suite that hung, crashed or noted no test at all has
 * found something, even where no single test says so.
 * @param {{ passed: number, failed: number, skipped: number }} count
 * @param {number} unfinished
 * @param {boolean} isFine whether it ended by itself, and says that all is well
 */
function judge({ passed, failed, skipped }, unfinished, isFine) {
	const wrong = failed + unfinished;
	const isWell = isFine && passed + skipped > 0;
	return { passed, failed: isWell ? wrong : Math.max(1, wrong), skipped };
}
