import type { MistakeKey } from '../scenario/scenario';
import { ScenarioError } from '../scenario/scenario-error';

/**
 * The mistakes that a list names, in the order of `known`: they are a set, and in whatever order they
 * are named the run is the same. Pure.
 * @param known those of the strategy, in the order in which they are put on
 * @throws {ScenarioError} if one is not known, or is named twice.
 */
export function checkMistakes(
	names: readonly unknown[],
	known: readonly MistakeKey[]
): readonly MistakeKey[] {
	names.forEach((name, index) => {
		if (known.some((key) => key === name) && names.indexOf(name) === index) return;
		const rule =
			known.length === 0 ? 'absent: this strategy has none' : `each once of ${known.join(', ')}`;
		throw new ScenarioError(`mistakes[${index}]`, rule, name);
	});
	return known.filter((key) => names.includes(key));
}
