import type { Scenario } from '../scenario/scenario';
import { type Result, resultOf } from './result';
import { startRun } from './start-run';

/**
 * Runs a scenario from 0 to its end. Pure: the same scenario gives the same result everywhere.
 * @throws {BudgetError} if it needs more events than the budget.
 * @throws {InvariantError} if a law is broken, which is a bug.
 */
export function simulate(scenario: Scenario, options: { readonly items?: boolean } = {}): Result {
	const run = startRun(scenario, options);
	run.advance(Infinity);
	return resultOf(run);
}
