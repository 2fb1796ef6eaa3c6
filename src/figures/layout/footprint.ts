import { isLink, isWithoutRoom, type LiveStation, type LiveStationOf } from '../live-plan';
import type { Direction } from '../places/direction';
import type { Room } from '../places/figure-layout';
import { packHolders } from '../stations/holders/holders-packing';
import { roomIn } from '../stations/store/packing/packing-of';
import { packStore } from '../stations/store/packing/store-packing';

type Kind = LiveStation['kind'];
type StoreStation = LiveStationOf<'store'>;

/** How much a station takes along the way, in CSS pixels. */
export interface Extent {
	/** What it can do with. */
	readonly least: number;
	/** What it takes where there is enough; Infinity for all that is left over. */
	readonly ideal: number;
}

/** What the figure must know about a kind of station to find a place for it. */
interface Footprint<K extends Kind> {
	/** Room along the way in which the station is centered. */
	extent(station: LiveStationOf<K>, direction: Direction, width: number): Extent;
	/** The size at which it is drawn inside that room. */
	size(station: LiveStationOf<K>, room: Room, direction: Direction): Room;
}

const ROUND = fixed(66);
const GROWING: Extent = { least: 72, ideal: Infinity };
const LOG_BREADTH = 84;

/** The kinds of station. A new kind is one entry here, and one component in `drawings.ts`. */
const FOOTPRINTS: { readonly [K in Kind]: Footprint<K> } = {
	source: { extent: () => ROUND, size: () => ({ length: 66, breadth: 66 }) },
	producer: {
		extent: (_station, direction, width) =>
			fixed(direction === 'down' ? 56 : width < 760 ? 84 : 96),
		size: (_station, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 72 : 88
		})
	},
	bucket: {
		extent: (_station, direction) =>
			direction === 'right' ? { least: 84, ideal: 104 } : fixed(84),
		size: (_station, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 84 : 108
		})
	},
	demand: {
		extent: (_station, direction) =>
			direction === 'right' ? { least: 72, ideal: 120 } : fixed(64),
		size: (_station, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 72 : 120
		})
	},
	store: { extent: extentOfStore, size: sizeOfStore },
	holders: {
		extent: ({ queue }, direction) => {
			if (direction === 'down') return fixed(queue ? 110 : 72);
			return queue ? GROWING : { least: 60, ideal: 88 };
		},
		size: ({ limit, queue }, room, direction) => {
			// Permits lie in a flat field beside the tall log.
			const breadth = queue && direction === 'right' ? LOG_BREADTH : room.breadth;
			return packHolders(limit, { ...room, breadth }, direction);
		}
	},
	done: { extent: () => ROUND, size: () => ({ length: 66, breadth: 66 }) }
};

/** What is known about the place that a station needs. */
export function footprintOf(station: LiveStation): Footprint<Kind> {
	// Entry K of the table is a Footprint<K>, which TypeScript cannot follow through the lookup.
	return FOOTPRINTS[station.kind] as Footprint<Kind>;
}

function fixed(length: number): Extent {
	return { least: length, ideal: length };
}

function extentOfStore(store: StoreStation, direction: Direction): Extent {
	if (isLink(store)) {
		if (isWithoutRoom(store)) return fixed(0);
		return direction === 'right' ? { least: 56, ideal: 110 } : fixed(72);
	}
	// What is in hand leaves the room to what is not.
	if (store.inHand) return direction === 'right' ? { least: 60, ideal: 84 } : fixed(72);
	return direction === 'right' ? GROWING : fixed(96);
}

function sizeOfStore(store: StoreStation, room: Room, direction: Direction): Room {
	if (isLink(store)) return { length: room.length, breadth: 22 };
	if (store.shape === 'log' && direction === 'right') return { ...room, breadth: LOG_BREADTH };
	if (store.limit === Infinity) return room;
	return packStore(store.limit, roomIn(store, room), direction);
}
