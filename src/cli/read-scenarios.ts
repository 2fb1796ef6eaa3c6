import { parseScenario } from '../core/scenario/parse';
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
	if (whole !== undefined) return [parseScenario(whole)];
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.map((line, index) => {
		const json = parsed(line);
		const where = lines.length > 1 ? `line ${index + 1}: ` : '';
		if (json === undefined) throw new InputError(`${where}the input is not JSON`);
		try {
			return parseScenario(json);
		} catch (error) {
			throw new InputError(where + (error instanceof Error ? error.message : String(error)));
		}
	});
}

/** The JSON of a text; undefined if it is none, which JSON itself cannot be. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
