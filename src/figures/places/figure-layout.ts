import type { Direction, Point } from './direction';

/** Half the inner width of a pipe. */
export const PIPE_HALF = 11;

/** The room of the message that waits in front of a bucket, and how far it ends before it. */
export const HAND = { length: 26, breadth: 32, before: 11 } as const;

/** Room for a station, along the way of the messages and across it, in CSS pixels. */
export interface Room {
	readonly length: number;
	readonly breadth: number;
}

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
	/** Where a bar lies while the station behind the pipe is shut; null for a pipe never shut. */
	readonly bar: { readonly look: 'bar' | 'gate'; readonly at: number } | null;
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

/**
 * Where everything in a figure is for as long as no limit changes: no frame moves it. All numbers
 * are CSS pixels.
 */
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
