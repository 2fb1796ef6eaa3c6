import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { SEPARATOR } from './note.mjs';

/** @typedef {import('./note.mjs').Entry} Entry */

/** What the tests of a suite have come to, while they run and afterwards. */
export class Journal {
	#file;
	#read = 0;
	/** @type {Map<string, Entry>} */
	#entries = new Map();

	/** @param {string} file which need not be there yet */
	constructor(file) {
		this.#file = file;
	}

	/**
	 * Reads what has been noted since.
	 * @returns {boolean} whether there was anything
	 */
	read() {
		const text = this.#newLines();
		for (const line of text.split('\n').filter((some) => some !== '')) this.#take(JSON.parse(line));
		return text !== '';
	}

	/** How many tests there are of each kind so far. */
	get count() {
		const states = Array.from(this.#entries.values(), ({ state }) => state);
		/** @param {string} state */
		const of = (state) => states.filter((other) => other === state).length;
		return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
	}

	/** The names of those that have begun and not ended; a file only if none of its tests is. */
	get running() {
		const names = Array.from(this.#entries.values())
			.filter(({ state }) => state === 'running')
			.map(({ name }) => name);
		return names.filter((name) => !names.some((other) => other.startsWith(name + SEPARATOR)));
	}

	/** @param {Entry} entry */
	#take(entry) {
		// Who notes that a test begins may be later than who notes how it ended.
		if (entry.state === 'running' && this.#entries.has(entry.id)) return;
		this.#entries.set(entry.id, entry);
	}

	/** The whole lines that have come since: the last one may still be being written. */
	#newLines() {
		/** @type {number} */
		let file;
		try {
			file = openSync(this.#file, 'r');
		} catch {
			return '';
		}
		try {
			const bytes = Buffer.alloc(fstatSync(file).size - this.#read);
			const length = readSync(file, bytes, 0, bytes.length, this.#read);
			const end = bytes.subarray(0, length).lastIndexOf('\n') + 1;
			this.#read += end;
			return bytes.toString('utf8', 0, end);
		} finally {
			closeSync(file);
		}
	}
}
