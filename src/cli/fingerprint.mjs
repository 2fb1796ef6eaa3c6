import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The same for the same files with the same content, whenever they were written. A file that is
 * added counts as well: it may be what an import means from then on.
 * @param {string} top the folder in which the others are
 * @param {readonly string[]} folders with everything below them
 * @param {readonly string[]} files
 * @returns {string}
 */
export function fingerprintOf(top, folders, files) {
	const hash = createHash('sha256');
	for (const file of [...files, ...folders.flatMap((folder) => filesBelow(top, folder))]) {
		const content = readFileSync(resolve(top, file));
		// With its length, no end of a file can pass for the beginning of the next.
		hash.update(`${file}\0${content.length}\0`).update(content);
	}
	return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} top
 * @param {string} folder
 */
function filesBelow(top, folder) {
	return readdirSync(resolve(top, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(top.length + 1))
		.sort();
}
