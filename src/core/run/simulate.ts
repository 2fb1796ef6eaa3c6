import type { Scenario } from '../scenario/scenario';
import { type Result, resultOf } from './result';
import { Run } from './run';

/**
 * Runs a scenario from 0 to its end. Pure: the same scenario gives the same result everywhere.
 * @throws {BudgetError} if it needs more events than the budget.
 * @throws {InvariantError} if a law is broken, which is a bug.
 */
export function simulate(scenario: Scenario, options: { readonly items?: boolean } = {}): Result {
	const run = new Run(scenario, options);
	run.advance(Infinity);
	return resultOf(run);
}
