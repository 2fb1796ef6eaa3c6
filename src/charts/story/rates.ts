import type { Nanoseconds } from '../../core/kernel/time';
import type { Story } from '../../engine/story/story';
import { completeColumns } from './columns';

/**
 * A rate is the mean over so many columns with its own in the middle: a column alone holds too few
 * messages. In the middle, because then the curves of inflow and outflow cross where the stock has
 * its peak. Odd, and 1/67 of the axis.
 */
export const RATE_COLUMNS = 15;

/** A mean over that many columns changes little in three of them, so one in three is drawn. */
export const RATE_STRIDE = 3;

const HALF = (RATE_COLUMNS - 1) / 2;

/** Flows in messages per second, a value a column. */
export interface Rates {
	/**
	 * Columns in each. While the run goes on these end half a mean before the story does, so that
	 * what is drawn is never taken back.
	 */
	readonly columns: number;
	readonly offered: Float64Array;
	/** Taken over by the strategy. */
	readonly accepted: Float64Array;
	readonly done: Float64Array;
	/** Done, and not late. */
	readonly inTime: Float64Array;
	/** Everything that leaves: done, refused, dropped or lost. */
	readonly leaving: Float64Array;
	/** Whether any message was refused, dropped or lost. */
	readonly hasGone: boolean;
}

/** The rates of a story whose run ends at `duration`. */
export function ratesOf(story: Story, duration: Nanoseconds): Rates {
	const complete = completeColumns(story, duration);
	const columns = story.reached >= duration ? complete : Math.max(0, complete - HALF);
	const { offered, accepted, completed, late, gone } = story.series;
	const mean = (counts: Float32Array) => middleRate(counts, complete, columns, story.width);
	const done = mean(completed);
	const leaving = mean(gone);
	const inTime = mean(completed.map((count, column) => count - (late[column] ?? 0)));
	let hasGone = false;
	for (let column = 0; column < columns; column++) {
		if ((leaving[column] ?? 0) > 0) hasGone = true;
		leaving[column] = (leaving[column] ?? 0) + (done[column] ?? 0);
	}
	return {
		columns,
		offered: mean(offered),
		accepted: mean(accepted),
		done,
		inTime,
		leaving,
		hasGone
	};
}

/** Messages per second from messages per column, in the first `columns` of the complete ones. */
function middleRate(
	counts: Float32Array,
	complete: number,
	columns: number,
	width: Nanoseconds
): Float64Array {
	const sums = new Float64Array(complete + 1);
	for (let column = 0; column < complete; column++) {
		sums[column + 1] = (sums[column] ?? 0) + (counts[column] ?? 0);
	}
	const rate = new Float64Array(columns);
	for (let column = 0; column < columns; column++) {
		const from = Math.max(0, column - HALF);
		const to = Math.min(complete, column + HALF + 1);
		rate[column] = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (((to - from) * width) / 1e9);
	}
	return rate;
}
