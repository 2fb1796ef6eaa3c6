import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A file for what does not fit into memory, made when something is first written to it, in the
 * system's folder for temporary files. It has no name from then on: however the process ends,
 * nothing stays behind.
 */
export class ScratchFile {
	#descriptor: number | null = null;

	/** @throws {Error} if there is no room for the bytes; says where, and what to do. */
	write(bytes: Uint8Array, position: number): void {
		try {
			this.#descriptor ??= openNameless();
			for (let done = 0; done < bytes.length; ) {
				done += writeSync(this.#descriptor, bytes, done, bytes.length - done, position + done);
			}
		} catch (cause) {
			const place = `${tmpdir()} (TMPDIR names another folder)`;
			throw new Error(`the times of the messages could not be kept in ${place}`, { cause });
		}
	}

	/**
	 * Fills the bytes with what was written at this position.
	 * @throws {Error} if it cannot be read.
	 */
	read(bytes: Uint8Array, position: number): void {
		for (let done = 0; done < bytes.length; ) {
			const { length } = bytes;
			const count = readSync(this.#descriptor ?? -1, bytes, done, length - done, position + done);
			if (count === 0) throw new Error('the temporary file of the messages is cut short');
			done += count;
		}
	}

	close(): void {
		if (this.#descriptor !== null) closeSync(this.#descriptor);
		this.#descriptor = null;
	}
}

function openNameless(): number {
	const path = join(tmpdir(), `pushback-${randomUUID()}`);
	const descriptor = openSync(path, 'wx+', 0o600);
	unlinkSync(path);
	return descriptor;
}
