import type { StrategyPlan } from './plan';

/**
 * The plan of a strategy whose run is judged by a deadline: where messages are done, it says how many
 * of them were late, and goodput and what is overdue stand beside throughput. Pure.
 */
export function planJudged(plan: StrategyPlan): StrategyPlan {
	return {
		...plan,
		stations: plan.stations.map((station) =>
			station.kind === 'done' ? { ...station, consequence: '{counts.late} late' } : station
		),
		readings: plan.readings.flatMap((key) =>
			key === 'rates.throughput' ? [key, 'rates.goodput', 'counts.late', 'now.overdue'] : [key]
		)
	};
}
