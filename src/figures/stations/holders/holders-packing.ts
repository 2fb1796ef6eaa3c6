import type { Direction } from '../../places/direction';
import type { Room } from '../../places/figure-layout';

/**
 * How holders are drawn. `boxes`: a box for each with what it holds and a progress arc.
 * `squares`: a square for each that fills with its progress. `grain`: a fine square for each,
 * the busy ones first. They stand in reading order, `perLine` in a line of the page.
 */
export interface HoldersPacking extends Room {
	readonly look: 'boxes' | 'squares' | 'grain';
	readonly perLine: number;
	readonly lines: number;
	/** Side of one holder, and how far one lies from the next, in CSS pixels. */
	readonly side: number;
	readonly pitch: number;
}

const BOXES_MAX = 16;
/** As many as travel with a frame one by one. */
const SQUARES_MAX = 128;
const BOX_PITCH_MAX = 46;
const PITCH_MAX = 16;
/** How much smaller the squares may be for the sake of a full rectangle. */
const WITHOUT_GAP = 1.35;

/** So many are drawn where there is no limit; more are not told apart. */
const DRAWN_MAX = 10_000;

/** How so many holders fit into the given room; where there are none, as one would. Pure. */
export function packHolders(limit: number, room: Room, direction: Direction): HoldersPacking {
	const count = Math.min(Math.max(1, limit), DRAWN_MAX);
	const width = direction === 'right' ? room.length : room.breadth;
	const height = direction === 'right' ? room.breadth : room.length;
	if (count > BOXES_MAX) return packSquares(count, width, height, direction);
	const perLine = boxesPerLine(count, width > height);
	const lines = Math.ceil(count / perLine);
	const gap = count <= 4 ? 4 : 3;
	const pitch = Math.min(BOX_PITCH_MAX, (width + gap) / perLine, (height + gap) / lines);
	return sized('boxes', perLine, lines, pitch - gap, pitch, direction);
}

/**
 * One above the other, then two by two; beside each other where there is more width. Never two
 * lines of which one is short: a pipe would end beside the gap.
 */
function boxesPerLine(count: number, isWide: boolean): number {
	if (isWide) return count <= 4 ? count : Math.min(8, Math.ceil(count / 2));
	if (count === 5) return 2;
	return count <= 3 ? 1 : Math.ceil(Math.sqrt(count));
}

/** The largest squares, where a rectangle without a gap counts as larger. */
function packSquares(
	count: number,
	width: number,
	height: number,
	direction: Direction
): HoldersPacking {
	let perLine = count;
	let pitch = 0;
	let worth = 0;
	for (let lines = 1; lines <= count; lines++) {
		const columns = Math.ceil(count / lines);
		const fit = Math.min(PITCH_MAX, width / columns, height / lines);
		const value = columns * lines === count ? fit * WITHOUT_GAP : fit;
		if (value <= worth) continue;
		[perLine, pitch, worth] = [columns, fit, value];
	}
	const look = count > SQUARES_MAX ? 'grain' : 'squares';
	const side = pitch - Math.max(0.75, pitch * 0.16);
	return sized(look, perLine, Math.ceil(count / perLine), side, pitch, direction);
}

function sized(
	look: HoldersPacking['look'],
	perLine: number,
	lines: number,
	side: number,
	pitch: number,
	direction: Direction
): HoldersPacking {
	const width = (perLine - 1) * pitch + side;
	const height = (lines - 1) * pitch + side;
	const [length, breadth] = direction === 'right' ? [width, height] : [height, width];
	return { look, perLine, lines, side, pitch, length, breadth };
}
