/** Which way messages travel on the page; the signal travels the other way. */
export type Direction = 'right' | 'down';

/** A point on the page, in CSS pixels. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A rectangle on the page, in CSS pixels. */
export interface Rectangle extends Point {
	readonly width: number;
	readonly height: number;
}

/**
 * Where a point lies on the page. Figures are laid out along the way of the messages and across
 * it, so that the vertical figure is the horizontal one with its axes swapped. Pure.
 */
export function pointOn(direction: Direction, along: number, across: number): Point {
	return direction === 'right' ? { x: along, y: across } : { x: across, y: along };
}

/** The page rectangle with its corner at (along, across). Pure. */
export function rectangleOn(
	direction: Direction,
	along: number,
	across: number,
	length: number,
	breadth: number
): Rectangle {
	return direction === 'right'
		? { x: along, y: across, width: length, height: breadth }
		: { x: across, y: along, width: breadth, height: length };
}

/** A straight path between two points given along and across, as path data. Pure. */
export function lineOn(
	direction: Direction,
	from: readonly [along: number, across: number],
	to: readonly [along: number, across: number]
): string {
	const start = pointOn(direction, ...from);
	const end = pointOn(direction, ...to);
	return `M${start.x} ${start.y}L${end.x} ${end.y}`;
}
