import { parseScenario } from '../../core/parse/parse';
import type { Scenario } from '../../core/scenario/scenario';
import { InputError } from './input-error';
import { type Line, LONGEST_SCENARIO } from './lines';

/** A scenario, and the line of the input on which it begins, counted from 1. */
export interface PlacedScenario {
	readonly line: number;
	readonly scenario: Scenario;
}

/**
 * The scenarios of an input, each as soon as its line is there: one a line, or, where the first line
 * is not JSON by itself, one document over all lines. Whoever stops asking closes the input.
 *
 * An error names its line from the second scenario on. That of the first names it if others follow,
 * which is looked up only where the rest is `atHand`: a pipe may say nothing more for a long time.
 * @throws {InputError} with one line that says what is wrong.
 */
export async function* readScenarios(
	lines: AsyncGenerator<Line>,
	atHand: boolean
): AsyncGenerator<PlacedScenario> {
	try {
		const first = await nextFilled(lines);
		if (first === null) throw new InputError('the input is empty: a scenario as JSON is needed');
		const json = parsed(first.text);
		if (json instanceof SyntaxError) {
			yield await readDocument(first, lines);
			return;
		}
		let scenario: Scenario;
		try {
			scenario = parseScenario(json);
		} catch (error) {
			const isAlone = !atHand || (await nextFilled(lines)) === null;
			throw isAlone ? error : atLine(first.number, error);
		}
		yield { line: first.number, scenario };
		for (;;) {
			const line = await nextFilled(lines);
			if (line === null) return;
			yield readLine(line);
		}
	} finally {
		await lines.return(undefined);
	}
}

/** An error with its line in front. */
export function atLine(number: number, cause: unknown): InputError {
	return new InputError(`line ${number}`, { cause });
}

/** The next line that is not blank; null at the end. */
async function nextFilled(lines: AsyncGenerator<Line>): Promise<Line | null> {
	for (;;) {
		const { value, done } = await lines.next();
		if (done) return null;
		if (value.text.trim() !== '') return value;
	}
}

function readLine({ number, text }: Line): PlacedScenario {
	const json = parsed(text);
	try {
		if (json instanceof SyntaxError) throw notJson(json, text);
		return { line: number, scenario: parseScenario(json) };
	} catch (error) {
		throw atLine(number, error);
	}
}

/** One scenario over all lines. */
async function readDocument(first: Line, others: AsyncGenerator<Line>): Promise<PlacedScenario> {
	const texts = [first.text];
	let length = first.text.length;
	for await (const { text } of others) {
		texts.push(text);
		length += text.length + 1;
		if (length > LONGEST_SCENARIO) {
			throw new InputError(
				`line ${first.number} is not JSON by itself, and all lines together are too long to be one scenario`
			);
		}
	}
	const document = texts.join('\n');
	const json = parsed(document);
	if (json instanceof SyntaxError) throw notJson(json, document, first.number);
	return { line: first.number, scenario: parseScenario(json) };
}

/** The JSON of a text, or what the parser has against it, which JSON itself cannot be. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		return error;
	}
}

/**
 * What the parser says, with the place as people count it where it names one. The line belongs to it
 * for a text over several, the first of which is given.
 */
function notJson({ message }: SyntaxError, text: string, firstLine?: number): InputError {
	const [, what = message, position] = /^(.*?) in JSON at position (\d+)/s.exec(message) ?? [];
	const reason = what.replace(/\s+/g, ' ');
	if (position === undefined) return new InputError(`the input is not JSON: ${reason}`);
	const before = text.slice(0, Number(position)).split('\n');
	const line = firstLine === undefined ? '' : `line ${firstLine + before.length - 1}, `;
	const column = (before.at(-1) ?? '').length + 1;
	return new InputError(`the input is not JSON: ${line}column ${column}: ${reason}`);
}
