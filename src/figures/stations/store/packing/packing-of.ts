import type { LiveStationOf } from '../../../live-plan';
import type { Direction } from '../../../places/direction';
import type { Room, StationPlace } from '../../../places/figure-layout';
import { packLog, packMemory } from './open-packing';
import { packStore, type StorePacking } from './store-packing';

type StoreStation = LiveStationOf<'store'>;

/** How a store is packed when at most so many messages have been in it. Pure. */
export function packingOf(
	store: StoreStation,
	most: number,
	place: StationPlace,
	direction: Direction
): StorePacking {
	const scale = store.lines[0]?.messages ?? null;
	if (store.shape === 'log') {
		// The room of a log is the size at which it is drawn.
		return packLog(scale, most, { ...place.room, breadth: place.breadth });
	}
	if (store.limit === Infinity) return packMemory(scale, most, place.room);
	return packStore(store.limit, roomIn(store, place.room), direction);
}

/** What is in hand lies lower than the log that it comes from. */
const IN_HAND_BREADTH = 64;

/** The part of a room that a store may take. Pure. */
export function roomIn({ inHand }: StoreStation, room: Room): Room {
	return inHand ? { ...room, breadth: Math.min(IN_HAND_BREADTH, room.breadth) } : room;
}
