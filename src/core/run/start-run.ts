import { ItemTable } from '../ledger/item-table';
import type { Scenario } from '../scenario/scenario';
import { strategyOf } from '../strategies/strategies';
import { Run } from './run';

/** What a run keeps beside its counts. */
export interface Keeping {
	/** The times of every message. */
	readonly items?: boolean;
	/** The latest moves and signals, for pictures. */
	readonly pictures?: boolean;
}

/** A new run of any scenario, at time 0. A place that cannot hold all strategies hands `Run` one. */
export function startRun(scenario: Scenario, { items, pictures }: Keeping = {}): Run {
	return new Run(scenario, strategyOf(scenario), {
		items: items ? new ItemTable() : null,
		pictures: pictures ?? false
	});
}
