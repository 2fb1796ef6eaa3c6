import type { Nanoseconds } from '../core/kernel/time';
import type { Moment } from '../core/measures/moments';
import { SERIES, type SeriesKey } from '../core/measures/series';
import { HISTORY_COLUMNS, type History, type RunId } from './protocol';

/**
 * What is known of a run, put together from the replies of the engine. Column c of a series covers
 * (c × width, (c + 1) × width] and is valid for c < `columns`. A value: it is replaced, not changed,
 * though two of them may share room beyond the columns of the older.
 */
export interface Story {
	readonly run: RunId;
	readonly width: Nanoseconds;
	readonly columns: number;
	/** How far the run has ever been. */
	readonly reached: Nanoseconds;
	readonly moments: readonly Moment[];
	readonly series: Readonly<Record<SeriesKey, Float32Array>>;
}

/** The story of a run of which nothing is known yet. */
export function emptyStory(run: RunId): Story {
	const series = Object.fromEntries(
		SERIES.map((key) => [key, new Float32Array(HISTORY_COLUMNS)])
	) as Record<SeriesKey, Float32Array>;
	return { run, width: 1, columns: 0, reached: 0, moments: [], series };
}

/**
 * The story with a reply added. Columns that the reply brings replace what was known of them; a
 * reply about another run, or one that leaves a gap, starts afresh from its own columns.
 */
export function extendStory(story: Story, history: History): Story {
	const isSame = story.run === history.run && story.width === history.width;
	const base = isSame ? story : emptyStory(history.run);
	SERIES.forEach((key, index) => {
		const from = index * history.columns;
		base.series[key].set(history.values.subarray(from, from + history.columns), history.first);
	});
	return {
		run: history.run,
		width: history.width,
		columns: history.first + history.columns,
		reached: history.reached,
		moments: history.moments,
		series: base.series
	};
}
