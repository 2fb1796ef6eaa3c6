import type { Nanoseconds } from '../../core/kernel/time';
import { HISTORY_COLUMNS } from '../../engine/protocol';
import type { Story } from '../../engine/story/story';

/** No column: the story says nothing yet at the time asked for. */
export const NO_COLUMN = -1;

/** When a column ends. The last one of a story that still grows ends where the story does. */
export function columnEnd(story: Story, column: number): Nanoseconds {
	return Math.min((column + 1) * story.width, story.reached);
}

/**
 * How many columns will not change any more. Flows and percentiles are drawn for these only: in a
 * column that has just begun they stand on a message or two and would make the line twitch.
 */
export function completeColumns(story: Story, duration: Nanoseconds): number {
	if (story.reached >= duration) return story.columns;
	return Math.min(story.columns, Math.floor(story.reached / story.width));
}

/** The last column that has ended by `time`, or `NO_COLUMN`. */
export function columnAt(story: Story, time: Nanoseconds): number {
	if (time >= story.reached) return story.columns - 1;
	return Math.min(Math.floor(time / story.width), story.columns) - 1;
}

/** The time nearest to `time` at which a column ends: where the cursor may stand. */
export function nearestEnd(story: Story, time: Nanoseconds): Nanoseconds | null {
	if (story.columns === 0) return null;
	const column = Math.round(time / story.width) - 1;
	return columnEnd(story, Math.min(Math.max(column, 0), story.columns - 1));
}

/** How wide the columns of a story are; before the first reply, how wide they will be. */
export function columnWidth(story: Story, duration: Nanoseconds): Nanoseconds {
	return story.columns > 0 ? story.width : Math.max(1, Math.ceil(duration / HISTORY_COLUMNS));
}

/** Decimals of a second that tell two columns of that width apart. */
export function clockDecimals(width: Nanoseconds): number {
	return Math.min(Math.max(Math.ceil(-Math.log10(width / 1e9)), 0), 9);
}
