import type { Story } from '../../engine/story/story';
import { columnEnd } from '../story/columns';
import { type ChartScales, type Look, tenths } from './line';

/** Something that holds for a part of the time, as a strip along the top of a chart. */
export interface Band {
	readonly name: string;
	/** For each column the share of it in which it held, in [0, 1]. */
	readonly shares: ArrayLike<number>;
	readonly columns: number;
}

/** How a band is told apart in print. */
export const BAND_LOOK: Look = {
	state: 'blocked',
	isDashed: false,
	isThin: false,
	isHatched: true
};

/** Height of the strip, and its distance to the plot below it, in pixels. */
export const BAND_HEIGHT = 9;
export const BAND_GAP = 5;

/** The strip, filled to the share of each column, where there is any. In tenths of a pixel. */
export function bandPath(band: Band, story: Story, { x }: ChartScales, bottom: number): string {
	const base = tenths(bottom);
	let path = '';
	let before = 0;
	for (let column = 0; column <= band.columns; column++) {
		const share = column < band.columns ? (band.shares[column] ?? 0) : 0;
		if (share === before) continue;
		const at = tenths(x(columnEnd(story, column - 1)));
		path += before === 0 ? `M${at},${base}` : `H${at}`;
		path += share === 0 ? `V${base}Z` : `V${tenths(bottom - share * BAND_HEIGHT)}`;
		before = share;
	}
	return path;
}
