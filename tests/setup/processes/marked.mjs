import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How long killed processes may take to be gone, in milliseconds; there is nothing else to be done. */
const PATIENCE = 5000;

/** How long to wait before looking again, in milliseconds. */
const PAUSE = 20;

/**
 * Kills every process that has this variable in its environment. A process hands its environment on
 * to those that it starts, so that they are found in whatever group they are, and whoever of those
 * between has ended: a browser has a group of its own, and outlives a driver that crashes.
 *
 * Where the system has no `/proc` nobody is found; the process group is all that there is.
 * @param {string} mark
 * @returns {boolean} whether there was any
 */
export function killMarked(mark) {
	const found = marked(mark);
	for (const pid of found) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It has ended meanwhile.
		}
	}
	return found.length > 0;
}

/**
 * Kills them and waits until they are gone, and with them their files and ports.
 * @param {string} mark
 */
export async function endMarked(mark) {
	const deadline = performance.now() + PATIENCE;
	while (killMarked(mark) && performance.now() < deadline) {
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
}

/**
 * @param {string} mark
 * @returns {number[]}
 */
function marked(mark) {
	if (!existsSync('/proc/self/environ')) return [];
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
		.filter((pid) => environmentOf(pid).includes(`${mark}=`))
		.map(Number);
}

/** @param {string} pid */
function environmentOf(pid) {
	try {
		return readFileSync(`/proc/${pid}/environ`, 'latin1');
	} catch {
		// It has ended, or belongs to somebody else.
		return '';
	}
}
