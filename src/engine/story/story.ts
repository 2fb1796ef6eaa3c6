import type { Nanoseconds } from '../../core/kernel/time';
import type { Moment } from '../../core/measures/moments';
import {
	type CommonKey,
	type FollowedKey,
	SERIES,
	type SeriesKey
} from '../../core/measures/series';
import { HISTORY_COLUMNS, type History, type LevelChange, type RunId } from '../protocol';

type Series = Readonly<Record<CommonKey, Float32Array>> &
	Readonly<Partial<Record<FollowedKey, Float32Array>>>;

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
	/** What series are compared with, in time order. */
	readonly levels: readonly LevelChange[];
	/** Those of all strategies, and what this strategy has beside. */
	readonly series: Series;
}

/** The story of a run of which nothing is known yet. */
export function emptyStory(run: RunId): Story {
	const nothing = { columns: 0, reached: 0, moments: [], levels: [] };
	return { run, width: 1, ...nothing, series: emptySeries(SERIES) };
}

/**
 * The story with a reply added. Columns that the reply brings replace what was known of them; a
 * reply about another run, or one that leaves a gap, starts afresh from its own columns.
 */
export function extendStory(story: Story, history: History): Story {
	const { run, width, first, columns, values, reached, moments, levels } = history;
	const goesOn = story.run === run && story.width === width && first <= story.columns;
	const series = goesOn && first > 0 ? story.series : emptySeries(history.series);
	history.series.forEach((key, index) => {
		series[key]?.set(values.subarray(index * columns, (index + 1) * columns), first);
	});
	return { run, width, columns: first + columns, reached, moments, levels, series };
}

/** Room for all columns of each of the series. */
function emptySeries(keys: readonly SeriesKey[]): Series {
	return Object.fromEntries(keys.map((key) => [key, new Float32Array(HISTORY_COLUMNS)])) as Series;
}
