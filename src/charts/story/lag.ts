import type { Story } from '../../engine/story/story';
import { type ChartScales, tenths } from '../lines/line';
import { columnEnd } from './columns';

/** As many dots as can be told apart on the axis; more readings are a line of steps. */
export const DOTS_MOST = 150;

/** What a controller read, column by column, where each reading can be told from the next. */
export interface Readings {
	/** Columns with a reading, in time order. */
	readonly columns: readonly number[];
	/** What was read, a value a column; NaN where the reading failed. */
	readonly values: Float32Array;
}

/**
 * The readings of a run one by one; null for a run without any, and where there are so many that
 * two fall into one column.
 */
export function singleReadings({ columns: known, series }: Story): Readings | null {
	const { readings, lagRead } = series;
	if (readings === undefined || lagRead === undefined) return null;
	const columns: number[] = [];
	for (let column = 0; column < known; column++) {
		const count = readings[column] ?? 0;
		if (count === 1) columns.push(column);
		if (count > 1 || columns.length > DOTS_MOST) return null;
	}
	return { columns, values: lagRead };
}

/** A point for each reading that did not fail, to be drawn with round ends. In tenths of a pixel. */
export function readingDots({ columns, values }: Readings, story: Story, { x, y }: ChartScales) {
	return columns
		.filter((column) => !Number.isNaN(values[column]))
		.map((column) => {
			return `M${tenths(x(columnEnd(story, column)))},${tenths(y(values[column] ?? 0))}h0`;
		})
		.join('');
}

/** A cross on the base line for each reading that failed. In tenths of a pixel. */
export function failedReadings({ columns, values }: Readings, story: Story, { x, y }: ChartScales) {
	return columns
		.filter((column) => Number.isNaN(values[column]))
		.map((column) => {
			const at = tenths(x(columnEnd(story, column)));
			return `M${at - 30},${tenths(y(0)) - 30}l60,60m0,-60l-60,60`;
		})
		.join('');
}
