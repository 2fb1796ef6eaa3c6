import type { Scenario } from '../../core/scenario/scenario';
import { valueOf } from '../../core/scenario/settings';
import type { StrategyPlan } from '../../core/strategies/plan';
import type { Frame } from '../../engine/protocol';
import { readingOf } from '../words/fill-words';

/**
 * The most messages that may have been at a station so far. It never goes down while a run goes on,
 * so that a scale that follows from it stays as it is while a queue comes and goes. Pure.
 */
export function mostSoFar(
	plan: StrategyPlan,
	settings: Scenario,
	frame: Frame,
	station: number
): number {
	const count = frame.counts[station] ?? 0;
	const there = plan.stations[station];
	switch (there?.kind) {
		case 'source':
			// Messages only stay at the source once the stores behind it are full.
			return Math.max(count, readingOf(frame, 'backlog.max') - roomInStores(plan, settings));
		case 'store': {
			const isLog = there.shape === 'log';
			return Math.max(count, readingOf(frame, isLog ? 'lag.max' : 'memory.max'));
		}
		default:
			return count;
	}
}

function roomInStores(plan: StrategyPlan, settings: Scenario): number {
	return plan.stations.reduce((room, station) => {
		if (station.kind !== 'store') return room;
		return (
			room + (station.capacity === null ? Infinity : Number(valueOf(settings, station.capacity)))
		);
	}, 0);
}
