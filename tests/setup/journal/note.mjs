import { appendFileSync } from 'node:fs';

/** The environment variable that names the journal; without it nothing is noted. */
export const JOURNAL = 'PUSHBACK_JOURNAL';

/**
 * How a test stands. A file of tests that has been gone through is `closed`: it is no test itself.
 * @typedef {'running' | 'passed' | 'failed' | 'skipped' | 'closed'} State
 */

/**
 * One line of a journal: a test by an id of its own, and its name from the file on.
 * @typedef {{ id: string, name: string, state: State }} Entry
 */

/** Between the parts of a name: file, groups, test. */
export const SEPARATOR = ' > ';

/**
 * Notes how a test stands, at once and for good: what is noted outlives the process that notes it.
 * Several processes may note in the same journal.
 * @param {Entry} entry
 */
export function note(entry) {
	const journal = process.env[JOURNAL];
	if (journal !== undefined) appendFileSync(journal, `${JSON.stringify(entry)}\n`);
}
