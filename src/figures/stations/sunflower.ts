import type { Point } from '../places/direction';

/** Dots in a source lie inside this radius, in CSS pixels. */
export const SOURCE_INNER_RADIUS = 29;

/** How messages are packed into a round source: how large a dot is and how many it stands for. */
export interface RoundPacking {
	readonly radius: number;
	/** Area for one dot grows with the square of this, in CSS pixels. */
	readonly step: number;
	/** Messages for one dot: 1, 10, 100, … */
	readonly perDot: number;
	/** Whether a dot is large enough for an outline. */
	readonly isMark: boolean;
}

const LEVELS = [24, 60, 150, 400];
const MOST_DOTS = 400;

// 2π (1 − 1/φ): no two dots ever lie on one ray, which is why sunflowers use it.
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * How a source of the given inner radius shows up to `most` messages. The packing follows from the
 * most that ever were there, so that dots do not change their size while the queue goes up and
 * down. Pure.
 */
export function packRound(most: number, inner: number): RoundPacking {
	let perDot = 1;
	while (most / perDot > MOST_DOTS) perDot *= 10;
	const dots = LEVELS.find((level) => most / perDot <= level) ?? MOST_DOTS;
	const step = inner / Math.sqrt(dots);
	const isMark = dots <= 60;
	return { radius: Math.min(3.2, step * 0.61), step, perDot, isMark };
}

/** Where dot number `index` lies about the center. Earlier dots never move. Pure. */
export function sunflowerPoint(index: number, step: number): Point {
	const distance = step * Math.sqrt(index + 0.5);
	const angle = index * GOLDEN_ANGLE;
	return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
