import type { Exit, StrategyPlan } from '../core/strategies/plan';
import type { Direction, Point } from './direction';
import type { Room } from './store-packing';

/** Where one station is drawn, in CSS pixels along the way and across it. */
export interface StationPlace {
	readonly start: number;
	readonly end: number;
	readonly center: number;
	readonly length: number;
	readonly breadth: number;
	/** The room it was fitted into. */
	readonly room: Room;
}

/** Where one pipe is drawn, between the edges of two stations. */
export interface PipePlace {
	readonly from: number;
	readonly to: number;
	readonly start: number;
	readonly end: number;
	/** Where a bar lies when the producer is held back; null for a pipe that is never shut. */
	readonly bar: number | null;
	/** Where marks set out: at the start, or behind the bar, which they never cross. */
	readonly departure: number;
}

/** The way out of the pipeline for the exits that leave at one point. */
export interface ExitPlace {
	/** Places of the plan's exits that leave here. */
	readonly exits: readonly number[];
	/** The dashed line that the messages follow, and its length. */
	readonly path: readonly [Point, Point];
	/** Where the tally begins, and how wide it may become. */
	readonly tally: Point & { readonly width: number };
}

/** The dotted line of one signal, from where it is given to where it is felt. */
export interface SignalPlace {
	readonly points: readonly Point[];
	readonly word: Point & { readonly anchor: 'start' | 'end' };
}

/** A box for words on the page. */
export interface TextPlace extends Point {
	readonly width: number;
	readonly align: 'start' | 'center';
}

/** Everything about a figure that does not depend on the frame. All numbers are CSS pixels. */
export interface FigureLayout {
	readonly direction: Direction;
	readonly width: number;
	readonly height: number;
	/** The middle of all pipes, across the way. */
	readonly axis: number;
	/** In the order of the plan's stations, pipes, stations. */
	readonly stations: readonly StationPlace[];
	readonly pipes: readonly PipePlace[];
	readonly labels: readonly TextPlace[];
	readonly exits: readonly ExitPlace[];
	/** In the order of the plan's signals. */
	readonly signals: readonly SignalPlace[];
	readonly captions: { readonly signal: TextPlace; readonly data: TextPlace };
}

/** Half the inner width of a pipe. */
export const PIPE_HALF = 11;

/** The place of a station in the plan. */
export function stationIndex(plan: StrategyPlan, id: string): number {
	const index = plan.stations.findIndex((station) => station.id === id);
	if (index < 0) throw new RangeError(`the plan ${plan.id} has no station ${id}`);
	return index;
}

/** The pipe between two stations that have their places. */
export function pipeBetween(
	plan: StrategyPlan,
	from: number,
	to: number,
	stations: readonly StationPlace[]
): PipePlace {
	const start = stations[from]?.end ?? 0;
	const bar = plan.stations[from]?.kind === 'producer' ? start + 8 : null;
	return { from, to, start, end: stations[to]?.start ?? 0, bar, departure: (bar ?? start - 3) + 3 };
}

/**
 * The pipe in which an exit begins: behind a producer, whose messages have left its hand, and in
 * front of any other station, which they never enter.
 */
function pipeOfExit(plan: StrategyPlan, exit: Exit): number {
	const station = plan.stations[stationIndex(plan, exit.from)];
	const isBehind = station?.kind === 'source' || station?.kind === 'producer';
	return plan.pipes.findIndex(({ from, to }) => (isBehind ? from : to) === exit.from);
}

/** The exits of a plan by the pipe in which they begin, in the order of the pipes. */
export function exitsByPipe(plan: StrategyPlan): Map<number, number[]> {
	const byPipe = new Map<number, number[]>();
	plan.exits.forEach((exit, index) => {
		const pipe = pipeOfExit(plan, exit);
		byPipe.set(pipe, [...(byPipe.get(pipe) ?? []), index]);
	});
	return byPipe;
}
