import type { Room } from '../../../places/figure-layout';
import { PITCH_MIN, raster, type StorePacking } from './store-packing';

/** Marks are as large as slots at first, so that few messages in memory look like few. */
const PITCH_MAX = 22;
/** The scale of an open store is at least so many messages. */
const LEAST = 100;
/** Where a limit lies in the room: well inside, so that one sees what is beyond it. */
const LIMIT_AT = 0.9;
/** A log that grew past its limit holds so many limits, the first that is enough. */
const LIMITS = [1 / LIMIT_AT, 1.5, 2, 3, 5, 10];

/**
 * How a store without a limit of its own fills a fixed area: with a limit on memory so that the
 * limit lies well inside, else in powers of ten that only the most messages ever in memory raise,
 * so that the scale stays as it is while the store fills and empties. Pure.
 */
export function packMemory(limit: number | null, most: number, room: Room): StorePacking {
	const length = limit === null ? room.length : room.length * LIMIT_AT;
	return packOpen(limit ?? powerOfTenFrom(Math.max(most, LEAST)), length, room);
}

/**
 * How a log fills a fixed area. Its limit, if it has one, is only a line that it may grow past, so
 * that the scale is a number of limits; else it is a power of ten. Pure.
 */
export function packLog(limit: number | null, most: number, room: Room): StorePacking {
	const limits = limit === null ? undefined : LIMITS.find((factor) => factor * limit >= most);
	const holds = (limits ?? 0) * (limit ?? 0);
	return packFull(holds > 0 ? holds : powerOfTenFrom(Math.max(most, LEAST)), room);
}

/**
 * The raster that fills the room best when it holds so much. Its cells need not be square, so that
 * a full log is a full room and its scale is as wide as it can be.
 */
function packFull(holds: number, room: Room): StorePacking {
	let best = packOpen(holds, room.length, room);
	let bestWorth = worthOf(best, holds, room);
	for (let breadth = PITCH_MAX; breadth >= PITCH_MIN; breadth--) {
		const rows = Math.floor(room.breadth / breadth);
		const columns = Math.ceil(holds / best.perGrain / rows);
		const length = Math.min(PITCH_MAX, Math.floor(room.length / columns));
		if (length < PITCH_MIN) continue;
		const packing = raster(rows, Math.floor(room.length / length), length, breadth, best.perGrain);
		const worth = worthOf(packing, holds, room);
		if (worth <= bestWorth) continue;
		[best, bestWorth] = [packing, worth];
	}
	return best;
}

/** How much of the room is used, less for cells that are far from square. */
function worthOf(packing: StorePacking, holds: number, room: Room): number {
	const { cellLength, cellBreadth } = packing;
	const aspect = Math.min(cellLength, cellBreadth) / Math.max(cellLength, cellBreadth);
	return (reachOf(holds, packing) / room.length) * Math.sqrt(aspect);
}

/** The largest grains of which as many as `holds` fit into the length, in a raster of the room. */
function packOpen(holds: number, length: number, room: Room): StorePacking {
	for (let perGrain = 1; ; perGrain *= 10) {
		const grains = Math.ceil(holds / perGrain);
		for (let pitch = PITCH_MAX; pitch >= PITCH_MIN; pitch--) {
			const rows = Math.floor(room.breadth / pitch);
			if (rows * Math.floor(length / pitch) >= grains) {
				return raster(rows, Math.floor(room.length / pitch), pitch, pitch, perGrain);
			}
		}
	}
}

function powerOfTenFrom(count: number): number {
	let power = 1;
	while (power < count) power *= 10;
	return power;
}

/** How far from the downstream end so many messages reach, in CSS pixels along the way. Pure. */
export function reachOf(messages: number, { rows, cellLength, perGrain }: StorePacking): number {
	return (messages / perGrain / rows) * cellLength;
}
