import { type Direction, pointOn } from '../../places/direction';
import type { StationPlace } from '../../places/figure-layout';

/** A bucket on the page: wider above than below, in CSS pixels. */
export interface BucketShape {
	readonly left: number;
	readonly top: number;
	/** Width of the rim; the bottom is narrower by `INSET` on both sides. */
	readonly width: number;
	readonly height: number;
}

/** How tokens lie in a bucket. */
export interface TokenPacking {
	/** Tokens for one diamond: 1, 10, 100, … */
	readonly perDiamond: number;
	/** From the middle of a diamond to a corner. */
	readonly radius: number;
	/** A place for each diamond of a full bucket, from the bottom up, each row from the left. */
	readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** How far the bottom of a bucket is in from its rim, on both sides. */
export const INSET = 12;

const PITCH_MAX = 24;
/** Smaller diamonds cannot be counted. */
const PITCH_MIN = 9;
const PADDING = 3;

/** The bucket at a place: upright, wherever messages come from. Pure. */
export function bucketShape(place: StationPlace, axis: number, direction: Direction): BucketShape {
	const { x, y } = pointOn(direction, place.center, axis);
	const [width, height] =
		direction === 'right' ? [place.length, place.breadth] : [place.breadth, place.length];
	return { left: x - width / 2, top: y - height / 2, width, height };
}

/** How far the wall is in from the rim, so far below it. Pure. */
export function insetAt(shape: BucketShape, below: number): number {
	return (INSET * below) / shape.height;
}

/**
 * How high a bucket is filled, from its bottom, when it holds a share of its capacity: by area, as
 * tokens lie in it. Pure.
 */
export function heightOfLevel({ width, height }: BucketShape, share: number): number {
	const bottom = width - 2 * INSET;
	const area = height * (width - INSET);
	const widening = (2 * INSET) / height;
	const filled = Math.min(1, Math.max(0, share)) * area;
	return (Math.sqrt(bottom * bottom + 2 * widening * filled) - bottom) / widening;
}

/** The largest diamonds of which a full bucket shows as many as it holds, or a stated part. Pure. */
export function packTokens(capacity: number, shape: BucketShape): TokenPacking {
	for (let perDiamond = 1; ; perDiamond *= 10) {
		const diamonds = Math.ceil(capacity / perDiamond);
		for (let pitch = PITCH_MAX; pitch >= PITCH_MIN; pitch -= 0.5) {
			const places = placesIn(shape, pitch);
			if (places.length < diamonds) continue;
			return { perDiamond, radius: pitch * 0.42, places: places.slice(0, diamonds) };
		}
	}
}

function placesIn(shape: BucketShape, pitch: number): TokenPacking['places'] {
	const { left, top, width, height } = shape;
	const rows = Math.floor((height - PADDING) / pitch);
	return Array.from({ length: rows }, (_, row) => {
		const y = top + height - PADDING - (row + 0.5) * pitch;
		const inner = width - 2 * insetAt(shape, y + pitch / 2 - top) - 2 * PADDING;
		const columns = Math.floor(inner / pitch);
		const first = left + width / 2 - ((columns - 1) * pitch) / 2;
		return Array.from({ length: columns }, (_, column) => ({ x: first + column * pitch, y }));
	}).flat();
}
