import { createReadStream, fstatSync, open, statSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { linesOf } from './lines';
import { type PlacedScenario, readScenarios } from './read-scenarios';

/**
 * The scenarios of a file, or of standard input for `-`. Standard input and other pipes are read as
 * they come, a scenario at a time. A file is checked to its end before its first scenario is handed
 * out: a rule that is broken on its last line is told before hours of work, not after them.
 * @throws {Error} with one line that says what is wrong.
 */
export async function* scenariosIn(file: string): AsyncGenerator<PlacedScenario> {
	if (!isRegular(file)) {
		yield* readScenarios(linesOf(bytesOf(file)), false);
		return;
	}
	const found: PlacedScenario[] = [];
	for await (const placed of readScenarios(linesOf(bytesOf(file)), true)) {
		// One is kept, so that a file of one is read only once; two are enough to know.
		if (found.length < 2) found.push(placed);
	}
	if (found.length < 2) yield* found;
	else yield* readScenarios(linesOf(bytesOf(file)), true);
}

/** Whether the file can be read twice. One that is not there tells so when it is read. */
function isRegular(file: string): boolean {
	return file !== '-' && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
	try {
		yield* await openInput(file);
	} catch (cause) {
		throw new Error(`${file === '-' ? 'standard input' : file} cannot be read`, { cause });
	}
}

/**
 * The bytes of an input. Node's streams wait for a pipe that has nothing to read yet, also for one
 * that somebody else has left non-blocking.
 */
async function openInput(file: string): Promise<Readable> {
	if (file === '-') return process.stdin;
	const descriptor = await promisify(open)(file, 'r');
	const status = fstatSync(descriptor);
	// A file stream would hold this process up, at the end too, until the pipe has something to say.
	if (status.isFIFO() || status.isSocket()) return new Socket({ fd: descriptor, readable: true });
	return createReadStream('', { fd: descriptor });
}
