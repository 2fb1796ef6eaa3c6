import type { MistakeKey } from '../scenario/scenario';
import type { Condition, StrategyPlan } from './plan';

/** Holds for no value of any parameter. */
const NEVER: Condition = { key: 'seed', is: [] };

/**
 * The plan of a strategy that is written with mistakes: its stations say what the wrong code does,
 * and where nothing travels upstream any more there is no signal. Of two mistakes the later one is
 * heard. Pure.
 */
export function planAsWritten(plan: StrategyPlan, on: readonly MistakeKey[]): StrategyPlan {
	let { stations, signals, silence } = plan;
	for (const { key, stations: said = {}, silence: saidInstead } of plan.mistakes) {
		if (!on.includes(key)) continue;
		stations = stations.map((station) => ({ ...station, ...said[station.id] }));
		if (saidInstead !== undefined) {
			silence = saidInstead;
			signals = signals.map((signal) => ({ ...signal, when: NEVER }));
		}
	}
	return { ...plan, stations, signals, silence };
}
