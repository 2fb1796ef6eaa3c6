import type { Nanoseconds } from '../core/kernel/time';
import type { Story } from '../engine/story';

/** A rate is the mean over so many columns, 1/40 of the axis: one column holds too few messages. */
export const RATE_COLUMNS = 25;

/** At the start the mean is over what there is; over fewer columns than these there is no rate. */
export const FEWEST_COLUMNS = 5;

/**
 * Flows in messages per second, each value the mean up to the end of its column; NaN in the first
 * columns, which are too few for a mean.
 */
export interface Rates {
	/** Columns in each. */
	readonly columns: number;
	readonly offered: Float64Array;
	readonly done: Float64Array;
	/** Everything that leaves: done, refused, dropped or lost. */
	readonly leaving: Float64Array;
	/** Whether any message was refused, dropped or lost. */
	readonly hasGone: boolean;
}

/** The rates of the first `columns` columns of a story. */
export function ratesOf(story: Story, columns: number): Rates {
	const { offered, completed, gone } = story.series;
	const rates = {
		columns,
		offered: trailingRate(offered, columns, story.width),
		done: trailingRate(completed, columns, story.width),
		leaving: trailingRate(gone, columns, story.width)
	};
	let hasGone = false;
	for (let column = 0; column < columns; column++) {
		if ((gone[column] ?? 0) > 0) hasGone = true;
		rates.leaving[column] = (rates.leaving[column] ?? 0) + (rates.done[column] ?? 0);
	}
	return { ...rates, hasGone };
}

/** Messages per second, from messages per column. */
function trailingRate(counts: Float32Array, columns: number, width: Nanoseconds): Float64Array {
	const rate = new Float64Array(columns);
	let sum = 0;
	for (let column = 0; column < columns; column++) {
		sum += counts[column] ?? 0;
		if (column >= RATE_COLUMNS) sum -= counts[column - RATE_COLUMNS] ?? 0;
		const span = Math.min(column + 1, RATE_COLUMNS);
		rate[column] = span < FEWEST_COLUMNS ? Number.NaN : sum / ((span * width) / 1e9);
	}
	return rate;
}
