import { InputError } from './input-error';

/** One line of an input, without its end. */
export interface Line {
	/** Counted from 1, blank lines too. */
	readonly number: number;
	readonly text: string;
}

/**
 * More bytes, or characters, than any scenario needs: two lists of a million times, a number a
 * line, take less than half of it. What is longer is refused before it fills the memory.
 */
export const LONGEST_SCENARIO = 128 * 1024 * 1024;

const LINE_FEED = 0x0a;

/**
 * The lines of an input in UTF-8, wherever it is cut into chunks; no more of it is held than one
 * line. A line may end with CR LF, and begin with a byte order mark.
 * @throws {InputError} if it is not UTF-8, or a line has no end.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
	const begun = new GrowingBytes();
	let number = 1;
	for await (const chunk of chunks) {
		let from = 0;
		for (;;) {
			const end = chunk.indexOf(LINE_FEED, from);
			if (end < 0) break;
			begun.add(chunk.subarray(from, end));
			yield { number, text: decode(begun.take(), number) };
			number++;
			from = end + 1;
		}
		begun.add(chunk.subarray(from));
		if (begun.length > LONGEST_SCENARIO) throw tooLong(begun.take(), number);
	}
	if (begun.length > 0) yield { number, text: decode(begun.take(), number) };
}

/** Bytes that are put together piece by piece, in one place that grows by doubling. */
class GrowingBytes {
	length = 0;
	#bytes = new Uint8Array(4096);

	add(bytes: Uint8Array): void {
		const length = this.length + bytes.length;
		if (length > this.#bytes.length) {
			const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
			grown.set(this.#bytes.subarray(0, this.length));
			this.#bytes = grown;
		}
		this.#bytes.set(bytes, this.length);
		this.length = length;
	}

	/** All of them, until the next is added. */
	take(): Uint8Array {
		const bytes = this.#bytes.subarray(0, this.length);
		this.length = 0;
		return bytes;
	}
}

// It takes a byte order mark away, at the beginning of each text: files are often strung together.
const strict = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Uint8Array, number: number): string {
	refuseForeign(bytes, number);
	try {
		const text = strict.decode(bytes);
		return text.endsWith('\r') ? text.slice(0, -1) : text;
	} catch {
		const column = new TextDecoder().decode(bytes).indexOf('\ufffd') + 1;
		throw new InputError(
			`line ${number}, column ${column} is not UTF-8: save the input as UTF-8 and try again`
		);
	}
}

/** @throws {InputError} if the bytes are text in another encoding than UTF-8, or no text at all. */
function refuseForeign(bytes: Uint8Array, number: number): void {
	const encoding = number === 1 ? foreignEncoding(bytes) : null;
	if (encoding !== null) {
		throw new InputError(`the input is ${encoding}: save it as UTF-8 and try again`);
	}
	if (bytes.includes(0)) {
		throw new InputError(
			`line ${number} has zero bytes, as UTF-16 and files without text have: a scenario is text in UTF-8`
		);
	}
}

/** By its byte order mark, or by where the zeros are: the first character of JSON is ASCII. */
function foreignEncoding([a, b, c, d]: Uint8Array): string | null {
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
	if (a === 0xfe && b === 0xff) return 'UTF-16';
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
	const zeros = [a, b, c, d].map((byte) => (byte === 0 ? '0' : 'x')).join('');
	if (zeros === 'x000' || zeros === '000x') return 'UTF-32';
	return zeros === 'x0x0' || zeros === '0x0x' ? 'UTF-16' : null;
}

function tooLong(bytes: Uint8Array, number: number): InputError {
	refuseForeign(bytes, number);
	return new InputError(
		`line ${number} goes on for more than ${LONGEST_SCENARIO} bytes: no scenario is that long`
	);
}
