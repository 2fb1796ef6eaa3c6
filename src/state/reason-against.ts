import { checkTogether } from '../core/scenario/check-together';
import type { Scenario } from '../core/scenario/scenario';
import { ScenarioError } from '../core/scenario/scenario-error';

/** Why a scenario cannot run although each of its values is allowed; null if it can. */
export function reasonAgainst(scenario: Scenario): string | null {
	try {
		checkTogether(scenario);
		return null;
	} catch (error) {
		if (error instanceof ScenarioError) return `${error.message}. The run stays as it was.`;
		throw error;
	}
}
