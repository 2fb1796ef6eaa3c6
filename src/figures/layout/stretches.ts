import type { LivePlan } from '../live-plan';
import { type Extent, footprintOf } from './footprint';
import { isWithoutLength } from './link-stations';

/** The room of one station along the way, in CSS pixels. */
export interface Stretch {
	readonly start: number;
	readonly length: number;
}

/** What a station that takes the rest should have before others are left their ideal size. */
const COMFORT = 110;
const GAP_LEAST = 24;
/** The pipe in front of a bucket also holds the message in hand. */
const HAND_GAP = 44;

/**
 * Gives every station its room from left to right. Where the width is not enough for the ideal of
 * all, rooms and gaps shrink together; what is left over goes to those that want it. Pure.
 */
export function stretchesOf(plan: LivePlan, width: number): Stretch[] {
	const rooms = plan.stations.map((station) =>
		footprintOf(station).extent(station, 'right', width)
	);
	const gaps = gapsOf(plan, width);
	const lead = clamp(width * 0.0263, 18, 24);
	const growing = rooms.filter(({ ideal }) => ideal === Infinity).length;
	const parts = [...rooms.filter(({ ideal }) => ideal < Infinity), ...gaps];
	const least = sum(parts.map((part) => part.least));
	const ideal = sum(parts.map((part) => part.ideal));
	const forParts = width - 2 * lead - growing * COMFORT;
	const share = ideal === least ? 1 : clamp((forParts - least) / (ideal - least), 0, 1);
	const sized = (part: Extent) => part.least + (part.ideal - part.least) * share;
	const rest = Math.max(0, width - 2 * lead - sum(parts.map(sized)));
	let start = lead;
	return rooms.map((room, index) => {
		const length = room.ideal === Infinity ? rest / growing : sized(room);
		const stretch = { start, length };
		start += length + sized(gaps[index] ?? { least: 0, ideal: 0 });
		return stretch;
	});
}

/** Pipes from the source and to the end are longer. */
function gapsOf(plan: LivePlan, width: number): Extent[] {
	const outer = clamp(width * 0.066, 36, 60);
	const inner = clamp(width * 0.048, 32, 44);
	return plan.pipes.map((_, index) => {
		if (isWithoutLength(plan, index)) return { least: 0, ideal: 0 };
		const isOuter = index === 0 || index === plan.pipes.length - 1;
		const isBeforeBucket = plan.stations[index + 1]?.kind === 'bucket';
		return { least: isBeforeBucket ? HAND_GAP : GAP_LEAST, ideal: isOuter ? outer : inner };
	});
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}

function sum(lengths: readonly number[]): number {
	return lengths.reduce((total, length) => total + length, 0);
}
