/** Tally marks for a count: strokes in bundles of five, each stroke for `perStroke`. */
export interface Tally {
	readonly strokes: number;
	/** 1, 10, 100, … */
	readonly perStroke: number;
}

/**
 * The tally of a count with at most so many strokes. A stroke that is not yet earned in full is not
 * drawn, except the first. Pure.
 */
export function tallyOf(count: number, most: number): Tally {
	let perStroke = 1;
	while (count / perStroke > most) perStroke *= 10;
	return { strokes: Math.min(most, Math.floor(count / perStroke)), perStroke };
}

const STROKE_GAP = 4;
const BUNDLE_GAP = 7;
const HEIGHT = 12;

/** How wide so many strokes are, in CSS pixels. Pure. */
export function tallyWidth(strokes: number): number {
	const bundles = Math.floor(strokes / 5);
	const rest = strokes % 5;
	return bundles * (4 * STROKE_GAP + BUNDLE_GAP) + rest * STROKE_GAP;
}

/** The strokes as path data from (0, 0) to the right, centered on the line; the fifth lies across. Pure. */
export function tallyPath(strokes: number): string {
	let path = '';
	for (let stroke = 0; stroke < strokes; stroke++) {
		const left = Math.floor(stroke / 5) * (4 * STROKE_GAP + BUNDLE_GAP);
		const inBundle = stroke % 5;
		path +=
			inBundle < 4
				? `M${left + inBundle * STROKE_GAP + 2} ${-HEIGHT / 2}v${HEIGHT}`
				: `M${left - 1} ${HEIGHT / 2 - 2}L${left + 3 * STROKE_GAP + 5} ${2 - HEIGHT / 2}`;
	}
	return path;
}
