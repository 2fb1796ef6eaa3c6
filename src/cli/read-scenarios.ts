import { parseScenario } from '../core/parse/parse';
import type { Scenario } from '../core/scenario/scenario';

/** An input that is no list of scenarios. The message is one line. */
export class InputError extends Error {
	override readonly name = 'InputError';
}

/**
 * The scenarios of an input: one JSON document over any number of lines, or one a line.
 * @throws {InputError | ScenarioError} with one line that says what is wrong, and in which line if
 * there are several.
 */
export function readScenarios(text: string): readonly Scenario[] {
	if (text.trim() === '') throw new InputError('the input is empty: a scenario as JSON is needed');
	const whole = parsed(text);
	if (!(whole instanceof SyntaxError)) return [parseScenario(whole)];
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	// Where not even the first line is JSON, the lines are those of one broken document.
	if (parsed(lines[0] ?? '') instanceof SyntaxError) {
		throw new InputError(`the input is not JSON: ${complaint(whole, text)}`);
	}
	return lines.map((line, index) => {
		const json = parsed(line);
		const where = lines.length > 1 ? `line ${index + 1}: ` : '';
		if (json instanceof SyntaxError) throw new InputError(`${where}the input is not JSON`);
		try {
			return parseScenario(json);
		} catch (error) {
			throw new InputError(where + (error instanceof Error ? error.message : String(error)));
		}
	});
}

/** The JSON of a text, or what the parser has against it, which JSON itself cannot be. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		return error;
	}
}

/** What the parser says, on one line, with the place as people count it where it names one. */
function complaint({ message }: SyntaxError, text: string): string {
	const [, what = message, position] = /^(.*?) in JSON at position (\d+)/s.exec(message) ?? [];
	const reason = what.replace(/\s+/g, ' ');
	if (position === undefined) return reason;
	const before = text.slice(0, Number(position)).split('\n');
	return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}: ${reason}`;
}
