import { formatCount } from '../../../../design/format';
import type { Direction, Point } from '../../../layout/direction';
import type { StationPlace } from '../../../layout/figure-layout';
import type { LagLimit } from './packing-of';

/** Where a limit is drawn across a store, in CSS pixels. */
export interface LimitPlace extends LagLimit {
	/** Along the way, and from where to where across it. */
	readonly along: number;
	readonly low: number;
	readonly high: number;
	readonly text: Point & { readonly anchor: 'start' | 'middle' | 'end' };
}

/** One limit of a store, and how far from the downstream end it is. */
interface Limit extends LagLimit {
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
 * Places for at most two limits, the greater first: with their words above the store, one above the
 * other where they have no room side by side; in a vertical figure inside the store, on their lines,
 * one at the left and one at the right. Pure.
 */
export function limitPlaces(
	limits: readonly Limit[],
	place: StationPlace,
	axis: number,
	direction: Direction,
	textScale: number
): LimitPlace[] {
	const low = axis - place.breadth / 2;
	const high = axis + place.breadth / 2;
	if (direction === 'down') return inside(limits, place, low, high, textScale);
	let right = -Infinity;
	let row = 0;
	return limits.map((limit) => {
		const along = place.end - limit.reach;
		const half = (widthOf(limit) * textScale) / 2;
		// The line of a signal rises at the downstream end.
		const middle = Math.min(along, place.end - SIGNAL_ROOM - half);
		// A second word that would touch the first has the row above it.
		row = middle - half < right + 8 ? row + 1 : 0;
		right = middle + half;
		const y = low - PAST_ABOVE - 5 - row * LINE * textScale;
		return {
			...limit,
			along,
			low: low - PAST_ABOVE - row * LINE * textScale,
			high: high + PAST_BELOW,
			text: { x: middle, y, anchor: 'middle' }
		};
	});
}

function inside(
	limits: readonly Limit[],
	{ end }: StationPlace,
	low: number,
	high: number,
	textScale: number
): LimitPlace[] {
	const words = limits.reduce((sum, limit) => sum + widthOf(limit) * textScale + 2 * WALL_GAP, 0);
	const [first, second] = limits;
	const isClose = (first?.reach ?? 0) - (second?.reach ?? 0) < LINE * textScale;
	return limits.map((limit, index) => {
		const along = end - limit.reach;
		// Two lines that are close in a narrow store have their words on both sides.
		const isBelow = index === 1 && isClose && words > high - low;
		const y = isBelow ? along + (LINE - 2) * textScale : along - 5;
		const text =
			index === 0
				? { x: low + WALL_GAP, y, anchor: 'start' as const }
				: { x: high - WALL_GAP, y, anchor: 'end' as const };
		return { ...limit, along, low, high, text };
	});
}

function widthOf({ word, messages }: Limit): number {
	return `${word} ${formatCount(messages)}`.length * LETTER;
}
