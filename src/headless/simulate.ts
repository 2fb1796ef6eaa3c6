import { ItemTable } from '../core/ledger/item-table';
import type { MessageObserver } from '../core/ledger/message-observer';
import { type Result, resultOf } from '../core/run/result';
import { Run } from '../core/run/run';
import type { Scenario } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Variants } from '../core/strategies/variants';

/** All strategies at once, for places where a run waits for no file. */
const FILES = import.meta.glob<{ readonly variants: Variants }>('../core/strategies/*/code.ts', {
	eager: true
});

/** What a run keeps beside its counts. */
export interface Keeping {
	/** The times of every message, in memory. */
	readonly items?: boolean;
	/** Is told what happens to each message, in the stead of a table in memory. */
	readonly observer?: MessageObserver | null;
	/** The latest moves and signals, and where processes are parked, for pictures. */
	readonly pictures?: boolean;
}

/**
 * The strategy of a scenario, with the mistakes that are switched on.
 * @throws {RangeError} if there is none of that name.
 */
export function strategyOf({ strategy, mistakes }: Scenario): Strategy {
	const file = FILES[`../core/strategies/${strategy}/code.ts`];
	if (file === undefined) throw new RangeError(`there is no code of ${strategy}`);
	return file.variants(mistakes);
}

/** A new run of any scenario, at time 0. */
export function startRun(scenario: Scenario, { items, observer, pictures }: Keeping = {}): Run {
	return new Run(scenario, strategyOf(scenario), {
		items: items ? new ItemTable() : null,
		observer: observer ?? null,
		pictures: pictures ?? false
	});
}

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
