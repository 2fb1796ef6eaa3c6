import { checkTogether } from '../core/parse/check-together';
import { PARAMETERS } from '../core/scenario/parameters';
import type { Scenario } from '../core/scenario/scenario';
import { quoted, ScenarioError } from '../core/scenario/scenario-error';
import { formatExact } from '../design/format';

/** Why a scenario cannot run although each of its values is allowed; null if it can. Pure. */
export function reasonAgainst(scenario: Scenario): string | null {
	try {
		checkTogether(scenario);
		return null;
	} catch (error) {
		if (error instanceof ScenarioError) return sentenceOf(error);
		throw error;
	}
}

/** The same in the words of the page: labels instead of fields, and digits in groups. */
function sentenceOf({ field, rule, value }: ScenarioError): string {
	const what = capitalized(inPageWords(field.replaceAll('×', 'times')));
	const asked = inPageWords(quoted(value));
	return `${what} may be ${inPageWords(rule)}, and would be ${asked}; the run stays as it was.`;
}

function inPageWords(text: string): string {
	const named = PARAMETERS.reduce(
		(words, { key, label }) => words.replaceAll(key, label.toLowerCase()),
		text
	);
	return named.replace(/\d{4,}/g, (digits) => formatExact(Number(digits)));
}

function capitalized(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
