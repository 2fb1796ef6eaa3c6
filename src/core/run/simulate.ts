import type { Scenario } from '../scenario/scenario';
import { type Result, resultOf } from './result';
import { type Keeping, startRun } from './start-run';

/**
 * Runs a scenario from 0 to its end. Pure: the same scenario gives the same result everywhere.
 * @throws {BudgetError} if it needs more events than the budget.
 * @throws {InvariantError} if a law is broken, which is a bug.
 */
export function simulate(scenario: Scenario, keeping?: Keeping): Result {
	const run = startRun(scenario, keeping);
	run.advance(Infinity);
	return resultOf(run);
}
