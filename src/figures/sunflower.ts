import type { Point } from './direction';

/** Dots in a source lie inside this radius, in CSS pixels. */
export const SOURCE_INNER_RADIUS = 28;

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

// 2π (1 − 1/φ): no two dots ever lie on one ray, which is why sunflowers use it.
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * How a source of the given inner radius shows up to `most` messages. The packing follows from the
 * most that ever were there, so that dots do not change their size while the queue goes up and
 * down. Pure.
 */
export function packRound(most: number, inner: number): RoundPacking {
	if (most <= 24) return { radius: 3.2, step: inner / Math.sqrt(25), perDot: 1, isMark: true };
	if (most <= 150) return { radius: 1.5, step: inner / Math.sqrt(150), perDot: 1, isMark: false };
	let perDot = 1;
	while (most / perDot > 600) perDot *= 10;
	return { radius: 0.9, step: inner / Math.sqrt(600), perDot, isMark: false };
}

/** Where dot number `index` lies about the center. Earlier dots never move. Pure. */
export function sunflowerPoint(index: number, step: number): Point {
	const distance = step * Math.sqrt(index + 0.5);
	const angle = index * GOLDEN_ANGLE;
	return { x: distance * Math.cos(angle), y: distance * Math.sin(angle) };
}
