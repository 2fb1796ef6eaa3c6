import type { Scenario } from '../scenario/scenario';
import { strategyOf } from '../strategies/strategies';
import { Run, type RunOptions } from './run';

/** A new run of any scenario, at time 0. A place that cannot hold all strategies hands `Run` one. */
export function startRun(scenario: Scenario, options?: RunOptions): Run {
	return new Run(scenario, strategyOf(scenario), options);
}
