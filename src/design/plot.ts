/** Room beside a plot area, in CSS pixels. */
export interface Insets {
	readonly start: number;
	readonly end: number;
}

/**
 * Where the time axis begins and ends inside a block of the given width. Charts and the scrubber
 * both ask here, so that a moment lies on one vertical line through all of them. Wide blocks leave
 * room for a label at the end of each line.
 */
export function plotInsets(width: number): Insets {
	return width >= 600 ? { start: 56, end: 112 } : { start: 44, end: 12 };
}
