import type { Frame } from '../../engine/protocol';
import { readingOf } from '../frame-says';
import { type LivePlan, movesByItself } from '../live-plan';

/**
 * The most messages that may have been at a station so far. It never goes down while no knob is
 * turned, so that a scale that follows from it stays as it is while a queue comes and goes. Pure.
 */
export function mostSoFar(plan: LivePlan, frame: Frame, station: number): number {
	const count = frame.counts[station] ?? 0;
	const there = plan.stations[station];
	switch (there?.kind) {
		case 'source':
			// Messages only stay at the source once the stores behind it are full.
			return Math.max(count, readingOf(frame, 'backlog.max') - roomInStores(plan));
		case 'store': {
			const isLog = there.shape === 'log';
			return Math.max(count, readingOf(frame, isLog ? 'lag.max' : 'memory.max'));
		}
		case 'producer':
		case 'bucket':
		case 'demand':
		case 'holders':
		case 'done':
		case undefined:
			return count;
	}
}

/** Room that was there all the time. */
function roomInStores({ stations }: LivePlan): number {
	return stations.reduce((room, station) => {
		return station.kind === 'store' && !movesByItself(station) ? room + station.limit : room;
	}, 0);
}
