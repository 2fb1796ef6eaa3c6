import { line, range, type ScaleLinear } from 'd3';
import type { Story } from '../../engine/story/story';
import { columnEnd, NO_COLUMN } from '../story/columns';

/** How a line is told apart: the state it is about, its dash, its weight. */
export interface Look {
	readonly state:
		| 'message'
		| 'waiting'
		| 'service'
		| 'done'
		| 'lost'
		| 'token'
		| 'signal'
		| 'blocked';
	readonly isDashed: boolean;
	readonly isThin: boolean;
	/** A hatched surface in place of a line. */
	readonly isHatched?: boolean;
}

/** One line of a chart, a value a column; NaN where there is none. */
export interface Line {
	/** As it is written at the line's end. */
	readonly name: string;
	readonly look: Look;
	readonly values: ArrayLike<number>;
	/** How many of the values are to be drawn. */
	readonly columns: number;
	/** Whether the line sets out from 0 at time 0. */
	readonly fromZero: boolean;
	/** One in so many columns is drawn, and the last; more than 1 for values that are means. */
	readonly stride: number;
	/** Whether a value holds until the next, like a reading; NaN then ends the one before. */
	readonly isStepped?: boolean;
}

/** What turns time in nanoseconds and values into pixels. */
export interface ChartScales {
	readonly x: ScaleLinear<number, number>;
	readonly y: ScaleLinear<number, number>;
}

/**
 * Up to so many columns without a value are crossed by the line, 1/40 of the axis: at a few
 * messages a second most columns see none done, and dots are not a line. Longer silence is a gap.
 */
export const BRIDGED_COLUMNS = 25;

/** The value of a line as of the end of a column, or within the bridged columns before; or NaN. */
export function valueAt(line: Line, column: number): number {
	const last = Math.min(column, line.columns - 1);
	const first = Math.max(0, last - (line.isStepped ? 0 : BRIDGED_COLUMNS - 1));
	for (let at = last; at >= first; at--) {
		const value = line.values[at] ?? Number.NaN;
		if (!Number.isNaN(value)) return value;
	}
	return Number.NaN;
}

/** The last column of a line that has a value, or `NO_COLUMN`. */
export function lastColumn(line: Line): number {
	for (let column = line.columns - 1; column >= 0; column--) {
		if (!Number.isNaN(line.values[column] ?? Number.NaN)) return column;
	}
	return NO_COLUMN;
}

/** Every so many columns, and the last. */
export function drawnColumns(columns: number, stride: number): number[] {
	const drawn = range(0, columns - 1, stride);
	if (columns > 0) drawn.push(columns - 1);
	return drawn;
}

/**
 * Paths are written in whole tenths of a pixel and drawn at a tenth of the scale: turning integers
 * into text costs a third of what decimals cost, and text is most of the cost of a path.
 */
export function tenths(pixels: number): number {
	return Math.round(10 * pixels);
}

/** Stands between two stretches of a line. */
const GAP = -2;

/** The path of a line; empty if it has no value. In tenths of a pixel. */
export function linePath(drawn: Line, story: Story, { x, y }: ChartScales): string {
	const stops: number[] = drawn.fromZero && drawn.columns > 0 ? [NO_COLUMN] : [];
	let before = NO_COLUMN;
	for (const column of drawnColumns(drawn.columns, drawn.stride)) {
		if (Number.isNaN(drawn.values[column] ?? Number.NaN)) continue;
		if (column - before > BRIDGED_COLUMNS) stops.push(GAP);
		stops.push(column);
		before = column;
	}
	const draw = line<number>()
		.defined((column) => column !== GAP)
		.x((column) => tenths(x(column === NO_COLUMN ? 0 : columnEnd(story, column))))
		.y((column) => tenths(y(column === NO_COLUMN ? 0 : (drawn.values[column] ?? 0))))
		.digits(null);
	return draw(stops) ?? '';
}
