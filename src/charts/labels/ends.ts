import type { Nanoseconds } from '../../core/kernel/time';
import type { Story } from '../../engine/story/story';
import { type Line, type Look, lastColumn } from '../lines/line';
import { columnEnd, NO_COLUMN } from '../story/columns';
import { type Level, levelAt } from '../story/levels';

/** Where something that a chart draws comes to its end. */
export interface End {
	/** As it is written there. */
	readonly name: string;
	readonly look: Look;
	/** The value that it ends with; NaN for a line that has none yet. */
	readonly value: number;
	/** When it ends; a level goes on to the end of the axis. */
	readonly time: Nanoseconds;
	readonly isLevel: boolean;
}

/** The ends of all lines and of the levels that are in view where the axis ends. */
export function endsOf(
	story: Story,
	lines: readonly Line[],
	levels: readonly Level[],
	format: (value: number) => string,
	{ top, duration }: { readonly top: number; readonly duration: Nanoseconds }
): readonly End[] {
	const ofLines = lines.map((line) => {
		const last = lastColumn(line);
		const value = line.values[last] ?? Number.NaN;
		const time = last === NO_COLUMN ? 0 : columnEnd(story, last);
		return { name: line.name, look: line.look, value, time, isLevel: false };
	});
	const ofLevels = levels.map((level) => {
		const value = levelAt(level, duration);
		const name = `${level.name} ${format(value)}`;
		return { name, look: level.look, value, time: duration, isLevel: true };
	});
	return [...ofLines, ...ofLevels.filter(({ value }) => value <= top)];
}
