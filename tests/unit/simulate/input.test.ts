import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_SCENARIO, linesOf } from '../../../src/cli/input/lines';
import { readScenarios } from '../../../src/cli/input/read-scenarios';
import { reasonOf } from '../../../src/cli/output/complain';
import { scenario, scenarioLines } from './fixture';

const BYTE_ORDER_MARK = '\ufeff';

/** A source of bytes that counts how often it was asked, and knows whether it was let go. */
class Chunks {
	asked = 0;
	isClosed = false;
	readonly #chunks: Iterable<Uint8Array>;

	constructor(chunks: Iterable<Uint8Array>) {
		this.#chunks = chunks;
	}

	async *[Symbol.asyncIterator]() {
		try {
			for (const chunk of this.#chunks) {
				this.asked++;
				yield chunk;
			}
		} finally {
			this.isClosed = true;
		}
	}
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** The text, cut into chunks of the given lengths, the last as long as it takes. */
function* cut(all: Uint8Array, lengths: readonly number[]) {
	let from = 0;
	for (const length of lengths) {
		yield all.subarray(from, from + length);
		from += length;
	}
	yield all.subarray(from);
}

/** The lines and seeds of all scenarios, or what is wrong with the input. */
async function read(chunks: AsyncIterable<Uint8Array>, atHand = true): Promise<unknown> {
	const found: [number, number][] = [];
	try {
		for await (const { line, scenario } of readScenarios(linesOf(chunks), atHand)) {
			found.push([line, scenario.seed]);
		}
		return found;
	} catch (error) {
		return reasonOf(error);
	}
}

/** In UTF-16, lower byte first. */
function utf16(text: string): Uint8Array {
	return Buffer.from(text, 'utf16le');
}

function utf32(text: string): Uint8Array {
	return new Uint8Array(
		Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer
	);
}

function swapped(text: Uint8Array): Uint8Array {
	return Buffer.from(text).swap16();
}

describe('an input', () => {
	it('is the same wherever it is cut, with any line ends, blank lines and byte order marks', async () => {
		const line = fc.record({
			mark: fc.constantFrom('', BYTE_ORDER_MARK),
			seed: fc.option(fc.nat()),
			end: fc.constantFrom('\n', '\r\n')
		});
		await fc.assert(
			fc.asyncProperty(fc.array(line), fc.array(fc.nat(200)), async (lines, lengths) => {
				const input = lines.map(({ mark, seed, end }) => {
					return mark + (seed === null ? '' : JSON.stringify({ ...scenario, seed })) + end;
				});
				const expected = lines.flatMap(({ seed }, index) =>
					seed === null ? [] : [[index + 1, seed]]
				);
				expect(await read(new Chunks(cut(bytes(input.join('')), lengths)))).toEqual(
					expected.length > 0 ? expected : 'the input is empty: a scenario as JSON is needed'
				);
			})
		);
	});

	it('may be one document over many lines, wherever it is cut', async () => {
		const document = bytes(`\r\n${JSON.stringify({ ...scenario, seed: 7 }, null, '\t')}\n\n`);
		for (let length = 1; length < document.length; length++) {
			expect(await read(new Chunks(cut(document, [length])))).toEqual([[2, 7]]);
		}
	});

	it('may have a last line without an end', async () => {
		const input = bytes(scenarioLines(2).trimEnd());
		expect(await read(new Chunks([input]))).toEqual([
			[1, 1],
			[2, 2]
		]);
	});

	it('is read no further than the scenario that is asked for, and let go with the last', async () => {
		const chunks = new Chunks(Array.from({ length: 1000 }, () => bytes(scenarioLines(1))));
		let count = 0;
		for await (const _ of readScenarios(linesOf(chunks), false)) {
			expect(chunks.asked).toBe(++count);
			if (count === 10) break;
		}
		expect(chunks).toMatchObject({ asked: 10, isClosed: true });
	});
});

describe('what is wrong with an input is told', () => {
	const good = JSON.stringify(scenario);
	const twoLines = `${good}\n${good}\n`;

	it.each([
		['UTF-16', Buffer.concat([utf16(BYTE_ORDER_MARK), utf16(good)])],
		['UTF-16', swapped(utf16(BYTE_ORDER_MARK + twoLines))],
		['UTF-16', utf16(twoLines)],
		['UTF-16', swapped(utf16(good))],
		['UTF-32', utf32(BYTE_ORDER_MARK + twoLines)],
		['UTF-32', utf32(good)]
	])('that it is %s', async (encoding, input) => {
		const complaint = `the input is ${encoding}: save it as UTF-8 and try again`;
		expect(await read(new Chunks([input]))).toBe(complaint);
		expect(await read(new Chunks(cut(input, Array(input.length).fill(1))))).toBe(complaint);
	});

	it.each([
		[
			Buffer.from(`${good}\n{"strategy":"caf\u00e9"}`, 'latin1'),
			'line 2, column 17 is not UTF-8: save the input as UTF-8 and try again'
		],
		[
			bytes(`${good}\n{"strategy":"\0"}`),
			'line 2 has zero bytes, as UTF-16 and files without text have: a scenario is text in UTF-8'
		],
		[bytes(`${good}\n\n{"version":2}`), 'line 3: version must be 1, got 2'],
		[bytes(`\n{"version":2}\n\n`), 'version must be 1, got 2'],
		[bytes(`\n{"version":2}\n\n${good}`), 'line 2: version must be 1, got 2'],
		[bytes(`${good}\n{"version":1,}`), /^line 2: the input is not JSON: column 14: Expected/],
		[bytes(`${good}\noops`), /^line 2: the input is not JSON: Unexpected token/],
		[bytes(`\n{\n"version":1,\n}`), /^the input is not JSON: line 4, column 1: Expected/],
		[bytes(' \r\n\n'), 'the input is empty: a scenario as JSON is needed']
	])('with its place: %#', async (input, complaint) => {
		expect(await read(new Chunks([input]))).toEqual(
			typeof complaint === 'string' ? complaint : expect.stringMatching(complaint)
		);
	});

	it('of the first line at once where nobody knows whether there is a second', async () => {
		const chunks = new Chunks([bytes('{"version":2}\n'), bytes(good)]);
		expect(await read(chunks, false)).toBe('version must be 1, got 2');
		expect(chunks).toMatchObject({ asked: 1, isClosed: true });
	});

	const megabyte = new Uint8Array(1024 * 1024).fill(0x20);
	const line = bytes(`[${' '.repeat(1024 * 1024)}\n`);

	it.each([
		['a line', megabyte, /^line 1 goes on for more than \d+ bytes/],
		['a document', line, /^line 1 is not JSON by itself, and all lines together are too long/],
		['a file of zeros', new Uint8Array(1024 * 1024), /^line 1 has zero bytes/]
	])('that %s has no end, before it fills the memory', async (_, chunk, complaint) => {
		const chunks = new Chunks(endless(chunk));
		expect(await read(chunks)).toMatch(complaint);
		expect(chunks.asked).toBeLessThanOrEqual(LONGEST_SCENARIO / chunk.length + 1);
		expect(chunks.isClosed).toBe(true);
	});
});

function* endless(chunk: Uint8Array) {
	for (;;) yield chunk;
}
