import type { Exit, StrategyPlan } from '../../core/strategies/plan';
import { type BarKind, barOf } from '../pipes/bars';
import type { Room } from '../stations/store/packing/store-packing';
import type { Direction, Point } from './direction';

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
	/** Where a bar lies when something shuts the pipe, and what does; null for one never shut. */
	readonly bar: { readonly kind: BarKind; readonly at: number } | null;
	/** Where marks set out: at the start, or behind the bar, which they never cross. */
	readonly departure: number;
	/** Where marks leave that are turned away at a gate; null where none is. */
	readonly turn: number | null;
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
	/** Where its word stands, and how wide a line of it may be. */
	readonly word: Point & { readonly anchor: 'start' | 'end'; readonly width: number };
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

/** How far in front of a bucket its gate is, and the message that waits there has its room. */
const GATE_BEFORE = 6;
export const HAND = { length: 26, breadth: 32, before: 11 } as const;
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
	const kind = barOf(plan, from, to);
	if (kind === null) return { from, to, start, end, bar: null, departure: start, turn: null };
	if (kind === 'gate') {
		const bar = { kind, at: end - GATE_BEFORE };
		return { from, to, start, end, bar, departure: start, turn: end - TURN_BEFORE };
	}
	const bar = { kind, at: start + BAR_BEHIND };
	return { from, to, start, end, bar, departure: bar.at + 3, turn: null };
}

/**
 * The pipe in which an exit begins: in front of a store and of a shut gate, where messages never
 * enter, and behind any other station, whose hand they have left.
 */
function pipeOfExit(plan: StrategyPlan, exit: Exit): number {
	const station = plan.stations[stationIndex(plan, exit.from)];
	const isBefore =
		station?.kind === 'store' || (station?.kind === 'bucket' && exit.count !== 'now.goneByRate');
	return plan.pipes.findIndex(({ from, to }) => (isBefore ? to : from) === exit.from);
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
