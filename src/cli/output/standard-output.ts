import { fstatSync, writeFileSync } from 'node:fs';
import { isatty } from 'node:tty';
import { isBrokenPipe } from './broken-pipe';

const STANDARD_OUTPUT = 1;

/** Pieces are put together up to so many characters before they are written. */
const WRITTEN_AT_ONCE = 65_536;

/** Nobody reads the output any more, which is no fault. */
export class ReaderGoneError extends Error {
	override readonly name = 'ReaderGoneError';
}

/** Standard output, which takes as much at a time as its reader does. */
export class StandardOutput {
	/** Null for a file. */
	readonly #stream: NodeJS.WritableStream | null;

	constructor(stream: NodeJS.WritableStream | null = standardStream()) {
		this.#stream = stream;
		// Each write tells of its own failure.
		stream?.on('error', () => {});
	}

	/**
	 * Prints a text that comes in pieces, and asks for more of them only when the reader has taken
	 * what there was.
	 * @throws {ReaderGoneError} if nobody reads it.
	 * @throws {Error} if it cannot be written.
	 */
	async print(pieces: Iterable<string>): Promise<void> {
		let text = '';
		for (const piece of pieces) {
			text += piece;
			if (text.length < WRITTEN_AT_ONCE) continue;
			await this.#write(text);
			text = '';
		}
		if (text !== '') await this.#write(text);
	}

	async #write(text: string): Promise<void> {
		try {
			// Node's stream for a file takes a disk at its word that had room for half of the text.
			if (this.#stream === null) writeFileSync(STANDARD_OUTPUT, text);
			else await written(this.#stream, text);
		} catch (cause) {
			if (isBrokenPipe(cause)) throw new ReaderGoneError('nobody reads the output', { cause });
			throw new Error('the result cannot be printed', { cause });
		}
	}
}

/** Null for a file or a device, which take all at once or fail. */
function standardStream(): NodeJS.WritableStream | null {
	const status = fstatSync(STANDARD_OUTPUT);
	const isDevice = status.isCharacterDevice() && !isatty(STANDARD_OUTPUT);
	return status.isFile() || isDevice ? null : process.stdout;
}

function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		stream.write(text, (error) => (error ? reject(error) : resolve()));
	});
}
