import { formatShare } from '../../design/format';
import type { Story } from '../../engine/story/story';
import { BAND_LOOK, type Band } from '../lines/band';
import { type Line, type Look, valueAt } from '../lines/line';
import { columnEnd, NO_COLUMN } from '../story/columns';
import { type Level, levelAt } from '../story/levels';

/** One thing that a chart tells in print: its name, how it looks, and its text for each column. */
export interface Told {
	readonly name: string;
	readonly look: Look;
	readonly text: (column: number) => string;
}

/** What readout and table tell of a chart, in their order. */
export function toldOf(
	story: Story,
	format: (value: number) => string,
	lines: readonly Line[],
	levels: readonly Level[],
	band: Band | null
): readonly Told[] {
	const told: Told[] = lines.map((line) => ({
		name: line.name,
		look: line.look,
		text: (column) => format(valueAt(line, column))
	}));
	for (const level of levels) {
		const timeOf = (column: number) => (column === NO_COLUMN ? 0 : columnEnd(story, column));
		const text = (column: number) => format(levelAt(level, timeOf(column)));
		told.push({ name: level.name, look: level.look, text });
	}
	if (band !== null) {
		const text = (column: number) => formatShare(band.shares[column] ?? Number.NaN);
		told.push({ name: band.name, look: BAND_LOOK, text });
	}
	return told;
}
