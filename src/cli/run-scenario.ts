import { type Result, resultOf } from '../core/run/result';
import type { Scenario } from '../core/scenario/scenario';
import { startRun } from '../headless/simulate';
import type { ItemRecords } from './items/item-records';

/** After so many events a run looks whether its records are still whole. */
const SLICE = 100_000;

/**
 * Runs a scenario from 0 to its end, and keeps the times of its messages if there are records.
 * @throws {BudgetError} if it needs more events than the budget.
 * @throws {Error} if the records find no room.
 */
export function runScenario(scenario: Scenario, records: ItemRecords | null): Result {
	const run = startRun(scenario, { observer: records });
	while (!run.hasEnded) {
		run.advance(Infinity, SLICE);
		records?.check();
	}
	return resultOf(run);
}
