import { type Direction, type Rectangle, rectangleOn } from '../places/direction';

/** A raster of grains: one place each, filled line by line across the way. */
export interface Raster {
	readonly direction: Direction;
	/** The edge at which the first grain lies, along the way; the rest follow upstream. */
	readonly edge: number;
	/** Where the rows begin, across the way. */
	readonly top: number;
	readonly rows: number;
	/** How far one grain lies from the next along the way and across it, in whole CSS pixels. */
	readonly cellLength: number;
	readonly cellBreadth: number;
}

/** What the first so many grains of a raster cover: whole columns, and the rest of one. Pure. */
export function rasterParts(raster: Raster, grains: number): readonly [Rectangle, Rectangle] {
	const { direction, edge, top, rows, cellLength, cellBreadth } = raster;
	const full = Math.floor(grains / rows) * cellLength;
	const rest = (grains % rows) * cellBreadth;
	return [
		rectangleOn(direction, edge - full, top, full, rows * cellBreadth),
		rectangleOn(direction, edge - full - cellLength, top, cellLength, rest)
	];
}

/** The same as path data. Pure. */
export function rasterPath(raster: Raster, grains: number): string {
	return rasterParts(raster, grains)
		.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`)
		.join('');
}
