import type { StrategyPlan } from '../../core/plan/plan';
import type { PipePlace, StationPlace } from '../places/figure-layout';

/** How far in front of a bucket its gate is. */
const GATE_BEFORE = 6;
/** How far in front of a bucket messages are turned away. */
const TURN_BEFORE = 18;
/** How far behind a station that holds messages back its bar lies. */
const BAR_BEHIND = 8;

/** The pipe between two stations that have their places. */
export function pipeBetween(
	plan: StrategyPlan,
	from: number,
	to: number,
	stations: readonly StationPlace[]
): PipePlace {
	const start = stations[from]?.end ?? 0;
	const end = stations[to]?.start ?? 0;
	const look = barOf(plan, from, to);
	if (look === null) return { from, to, start, end, bar: null, departure: start, turn: null };
	if (look === 'gate') {
		const bar = { look, at: end - GATE_BEFORE };
		return { from, to, start, end, bar, departure: start, turn: end - TURN_BEFORE };
	}
	const bar = { look, at: start + BAR_BEHIND };
	return { from, to, start, end, bar, departure: bar.at + 3, turn: null };
}

/** What lies across a pipe while the station behind it is shut; null for a pipe that never is. */
function barOf(plan: StrategyPlan, from: number, to: number): 'bar' | 'gate' | null {
	const giver = plan.stations[from];
	const taker = plan.stations[to];
	if (taker?.kind === 'bucket') return 'gate';
	if (giver?.kind === 'producer' || (taker?.kind === 'holders' && taker.queue)) return 'bar';
	// Where nobody stands between the source and a store, what is held back stays at the source.
	const isTold = plan.signals.some((signal) => signal.to === giver?.id);
	return giver?.kind === 'source' && isTold ? 'bar' : null;
}

/** The exits of a plan by the pipe in which they begin, in the order of the pipes. */
export function exitsByPipe({ exits, pipes }: StrategyPlan): Map<number, number[]> {
	const byPipe = new Map<number, number[]>();
	for (const [index, exit] of exits.entries()) {
		const end = exit.side === 'before' ? 'to' : 'from';
		const pipe = pipes.findIndex((candidate) => candidate[end] === exit.from);
		byPipe.set(pipe, [...(byPipe.get(pipe) ?? []), index]);
	}
	return byPipe;
}

/** The place of a station in the plan. */
export function stationIndex(plan: StrategyPlan, id: string): number {
	const index = plan.stations.findIndex((station) => station.id === id);
	if (index < 0) throw new RangeError(`the plan ${plan.id} has no station ${id}`);
	return index;
}
