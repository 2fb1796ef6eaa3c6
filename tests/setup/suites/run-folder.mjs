import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { endMarked } from '../processes/marked.mjs';

/** A folder is named by the process whose run it belongs to. */
const NAME = /^run-(\d+)-\w+$/;

/**
 * Makes a folder for what one run writes, so that several can run side by side in one clone, and
 * clears away what runs that are over have left: folders, and processes if they were killed.
 * @param {string} results where these folders are
 * @returns {Promise<string>}
 */
export async function openRunFolder(results) {
	mkdirSync(results, { recursive: true });
	for (const name of readdirSync(results)) {
		const [, pid] = NAME.exec(name) ?? [];
		if (pid === undefined || isRunning(Number(pid))) continue;
		await endMarked(markOf(name));
		rmSync(join(results, name), { recursive: true, force: true });
	}
	return mkdtempSync(join(results, `run-${process.pid}-`));
}

/**
 * The variable that all processes of a run have in their environment. A shell passes on only what
 * could be a variable of its own.
 * @param {string} folder
 */
export function markOf(folder) {
	return `PUSHBACK_${basename(folder).replaceAll('-', '_')}`;
}

/** @param {number} pid */
function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Somebody else's process is running too.
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}
