import { randomUUID } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** So many versions of a module stay, for those who go back and forth between them. */
const KEPT = 4;

/**
 * A module that takes long to make, and the folder in which it is kept. `fingerprint` is another
 * one whenever `make` would make another text.
 * @typedef {{
 *   folder: string,
 *   name: string,
 *   fingerprint: () => string,
 *   make: () => Promise<string>
 * }} CachedModule
 */

/**
 * Imports a module, and makes it only if it is not kept as its sources are now. Calls may run side
 * by side, and may be ended at any time. Where nothing can be kept the module is imported from
 * memory; what it imports from packages is not found then.
 * @param {CachedModule} cached
 * @returns {Promise<unknown>} the module
 */
export async function importCached(cached) {
	const file = fileOf(cached, cached.fingerprint());
	if (existsSync(file)) return import(pathToFileURL(file).href);
	const { text, fingerprint } = await makeUnchanged(cached);
	const kept = keep(cached, fingerprint, text);
	return import(kept ?? `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

/**
 * A text that was made while nobody changed its sources, and belongs to their fingerprint.
 * @param {CachedModule} cached
 */
async function makeUnchanged({ fingerprint, make }) {
	for (;;) {
		const before = fingerprint();
		const text = await make();
		if (fingerprint() === before) return { text, fingerprint: before };
	}
}

/**
 * Puts a text into the cache in one step, so that nobody sees half of it.
 * @param {CachedModule} cached
 * @param {string} fingerprint
 * @param {string} text
 * @returns {string | null} the address of the file; null if it cannot be kept
 */
function keep(cached, fingerprint, text) {
	const file = fileOf(cached, fingerprint);
	const temporary = `${file}.${randomUUID()}`;
	try {
		mkdirSync(cached.folder, { recursive: true });
		try {
			writeFileSync(temporary, text, { flush: true });
			renameSync(temporary, file);
		} finally {
			rmSync(temporary, { force: true });
		}
		tidy(cached);
		return pathToFileURL(file).href;
	} catch {
		return null;
	}
}

/**
 * Removes old versions, and what was left behind by those who were ended while they wrote.
 * @param {CachedModule} cached
 */
function tidy({ folder, name }) {
	const written = (/** @type {string} */ file) =>
		statSync(resolve(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const files = readdirSync(folder);
	const versions = files.filter((file) => file.startsWith(`${name}.`));
	const old = versions.sort((one, other) => written(other) - written(one)).slice(KEPT);
	// Earlier releases built in folders of their own.
	const leftovers = files.filter((file) => file.startsWith('building-'));
	for (const file of [...old, ...leftovers]) {
		rmSync(resolve(folder, file), { recursive: true, force: true });
	}
}

/**
 * @param {CachedModule} cached
 * @param {string} fingerprint
 */
function fileOf({ folder, name }, fingerprint) {
	return resolve(folder, `${name}.${fingerprint}.mjs`);
}
