/** A vertical axis from 0: where it ends and where its two or three equal steps are. */
export interface ValueAxis {
	readonly top: number;
	/** From 0 to `top`, both included. */
	readonly ticks: readonly number[];
}

/** Tops that divide into two or three steps of 1, 2 or 5, with the number of steps. */
const TOPS = [
	[1, 2],
	[1.5, 3],
	[2, 2],
	[3, 3],
	[4, 2],
	[6, 3],
	[10, 2]
] as const;

/**
 * The smallest nice top that `largest` fits under, at least `least`. It depends on nothing else, so
 * an axis over a story that only grows never shrinks and never trembles.
 */
export function niceTop(largest: number, least: number): number {
	const needed = Math.max(largest, least);
	const power = 10 ** Math.floor(Math.log10(needed));
	for (const [top] of TOPS) if (needed <= top * power) return top * power;
	return 10 * power;
}

/** The axis with that top, as `niceTop` gives it. */
export function valueAxis(top: number): ValueAxis {
	const power = 10 ** Math.floor(Math.log10(top) + 1e-9);
	const lead = Math.round((top / power) * 10) / 10;
	const steps = TOPS.find(([candidate]) => candidate === lead)?.[1] ?? 2;
	return { top, ticks: Array.from({ length: steps + 1 }, (_, step) => (step / steps) * top) };
}

/** The largest of the first `columns` values that exist; 0 if there is none. */
export function largestOf(values: ArrayLike<number>, columns: number): number {
	let largest = 0;
	for (let column = 0; column < columns; column++) {
		const value = values[column] ?? Number.NaN;
		if (value > largest) largest = value;
	}
	return largest;
}
