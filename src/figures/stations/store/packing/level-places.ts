import { formatCount } from '../../../../design/format';
import type { LevelLine } from '../../../live-plan';
import type { Direction, Point } from '../../../places/direction';
import type { StationPlace } from '../../../places/figure-layout';

/** Where the line of a level is drawn across a store, in CSS pixels. */
export interface LevelPlace extends LevelLine {
	/** Along the way, and from where to where across it. */
	readonly along: number;
	readonly low: number;
	readonly high: number;
	readonly text: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

/** One level, and how far from the downstream end of its store it is. */
interface Reaching extends LevelLine {
	readonly reach: number;
}

const LETTER = 6.6;
const LINE = 16;
const PAST_ABOVE = 8;
const PAST_BELOW = 6;
const SIGNAL_ROOM = 22;
/** From the wall to a word inside the store. */
const WALL_GAP = 5;

/**
 * Places for at most two levels, the greater first: with their words above the store, one above the other where
 * they have no room side by side; in a vertical figure inside the store, on their lines, one at the
 * left and one at the right. Pure.
 */
export function levelPlaces(
	levels: readonly Reaching[],
	place: StationPlace,
	axis: number,
	direction: Direction,
	textScale: number
): LevelPlace[] {
	const low = axis - place.breadth / 2;
	const high = axis + place.breadth / 2;
	if (direction === 'down') return inside(levels, place, low, high, textScale);
	let right = -Infinity;
	let row = 0;
	return levels.map((level) => {
		const along = place.end - level.reach;
		const half = (widthOf(level) * textScale) / 2;
		// The line of a signal rises at the downstream end.
		const middle = Math.min(along, place.end - SIGNAL_ROOM - half);
		// A second word that would touch the first has the row above it.
		row = middle - half < right + 8 ? row + 1 : 0;
		right = middle + half;
		const y = low - PAST_ABOVE - 5 - row * LINE * textScale;
		return {
			...level,
			along,
			low: low - PAST_ABOVE - row * LINE * textScale,
			high: high + PAST_BELOW,
			text: { x: middle, y, anchor: 'middle' }
		};
	});
}

function inside(
	levels: readonly Reaching[],
	{ end }: StationPlace,
	low: number,
	high: number,
	textScale: number
): LevelPlace[] {
	const words = levels.reduce((sum, level) => sum + widthOf(level) * textScale + 2 * WALL_GAP, 0);
	const [first, second] = levels;
	const isClose = (first?.reach ?? 0) - (second?.reach ?? 0) < LINE * textScale;
	return levels.map((level, index) => {
		const along = end - level.reach;
		// Two lines that are close in a narrow store have their words on both sides.
		const isBelow = index === 1 && isClose && words > high - low;
		const y = isBelow ? along + (LINE - 2) * textScale : along - 5;
		const text =
			index === 0
				? { x: low + WALL_GAP, y, anchor: 'start' as const }
				: { x: high - WALL_GAP, y, anchor: 'end' as const };
		return { ...level, along, low, high, text };
	});
}

function widthOf({ word, messages }: Reaching): number {
	return `${word} ${formatCount(messages)}`.length * LETTER;
}
