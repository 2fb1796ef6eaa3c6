import type { MistakeKey } from '../scenario/mistakes';
import type { StrategyPlan } from './plan';

/**
 * The plan of a strategy that is written with mistakes: its stations say what the wrong code does,
 * and a signal that never comes says so. Of two mistakes the later one is heard. Pure.
 */
export function planAsWritten(plan: StrategyPlan, on: readonly MistakeKey[]): StrategyPlan {
	let { stations, signals } = plan;
	for (const { key, stations: said = {}, unbounded, silence } of plan.mistakes) {
		if (!on.includes(key)) continue;
		stations = stations.map((station) => {
			const isOpen = station.kind === 'store' && station.id === unbounded;
			return { ...station, ...said[station.id], ...(isOpen ? { capacity: null } : {}) };
		});
		if (silence !== undefined) {
			signals = signals.map((signal) => ({ ...signal, sentence: silence }));
		}
	}
	return { ...plan, stations, signals };
}
