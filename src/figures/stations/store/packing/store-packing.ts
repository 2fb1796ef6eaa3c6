import type { Direction } from '../../../places/direction';
import type { Room } from '../../../places/figure-layout';

/**
 * How a store is drawn. `gate`: no room at all, messages pass from hand to hand. `slots`: a drawn
 * slot for every message. `grain`: a raster of dots, each for `perGrain` messages.
 */
export interface StorePacking extends Room {
	readonly look: 'gate' | 'slots' | 'grain';
	/** Places side by side, across the way of the messages. */
	readonly rows: number;
	/** Places one behind the other, along the way of the messages. */
	readonly columns: number;
	/** Size of one place. */
	readonly cellLength: number;
	readonly cellBreadth: number;
	/** Messages for one place: 1, 10, 100, … */
	readonly perGrain: number;
}

/** Up to so many messages have slots of their own; more are grain. */
const SLOTS_MAX = 100;

const CELL_MAX = 30;
/** Slots in a single row are taller than wide, like pigeonholes. */
const ROW_BREADTH = 44;
const ROW_CELL_MIN = 14;
const GRID_CELL_MAX = 20;
/** Beside pipes, slots lie wide and low rather than high. */
const GRID_BREADTH = 88;
/** How much smaller the cells may be for the sake of a full rectangle. */
const WITHOUT_GAP = 1.35;
const PITCH_MAX = 8;
/** Grains are whole pixels apart, so that the raster stays crisp; at 2 px they still part. */
export const PITCH_MIN = 2;
const BREADTHS = [64, 88, 120];

const GATE: StorePacking = {
	look: 'gate',
	length: 18,
	breadth: 52,
	rows: 0,
	columns: 0,
	cellLength: 0,
	cellBreadth: 0,
	perGrain: 1
};

/** How a store with room for `capacity` messages fits into the given room. Pure. */
export function packStore(capacity: number, room: Room, direction: Direction): StorePacking {
	if (capacity === 0) return GATE;
	if (capacity > SLOTS_MAX) return packGrain(capacity, room);
	const cell = Math.min(CELL_MAX, room.length / capacity);
	if (direction === 'right' && cell >= ROW_CELL_MIN) {
		return slots(1, capacity, cell, Math.min(ROW_BREADTH, room.breadth));
	}
	return packGrid(capacity, room, direction);
}

function slots(rows: number, columns: number, length: number, breadth: number): StorePacking {
	return {
		look: 'slots',
		rows,
		columns,
		cellLength: length,
		cellBreadth: breadth,
		length: columns * length,
		breadth: rows * breadth,
		perGrain: 1
	};
}

/** The grid with the largest square cells, where a grid without a gap counts as larger. */
function packGrid(capacity: number, room: Room, direction: Direction): StorePacking {
	const cellMax = direction === 'right' ? GRID_CELL_MAX : CELL_MAX;
	const breadth = direction === 'right' ? Math.min(GRID_BREADTH, room.breadth) : room.breadth;
	let best = slots(1, capacity, 0, 0);
	let bestWorth = 0;
	for (let lines = 1; lines <= capacity; lines++) {
		const across = direction === 'right' ? lines : Math.ceil(capacity / lines);
		const along = Math.ceil(capacity / across);
		const cell = Math.min(cellMax, room.length / along, breadth / across);
		const worth = across * along === capacity ? cell * WITHOUT_GAP : cell;
		if (worth <= bestWorth) continue;
		best = slots(across, along, cell, cell);
		bestWorth = worth;
	}
	return best;
}

function packGrain(capacity: number, room: Room): StorePacking {
	for (let perGrain = 1; ; perGrain *= 10) {
		const grains = Math.ceil(capacity / perGrain);
		for (let pitch = PITCH_MAX; pitch >= PITCH_MIN; pitch--) {
			for (const breadth of BREADTHS) {
				const rows = Math.floor(Math.min(breadth, room.breadth) / pitch);
				const columns = Math.ceil(grains / rows);
				if (columns * pitch <= room.length) return raster(rows, columns, pitch, pitch, perGrain);
			}
		}
	}
}

/** A raster of grains, one cell each. Pure. */
export function raster(
	rows: number,
	columns: number,
	cellLength: number,
	cellBreadth: number,
	perGrain: number
): StorePacking {
	return {
		look: 'grain',
		rows,
		columns,
		cellLength,
		cellBreadth,
		length: columns * cellLength,
		breadth: rows * cellBreadth,
		perGrain
	};
}
