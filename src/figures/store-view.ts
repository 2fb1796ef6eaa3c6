import type { Scenario } from '../core/scenario/scenario';
import { valueOf } from '../core/scenario/settings';
import type { Station } from '../core/strategies/plan';
import type { Direction } from './direction';
import type { StationPlace } from './places';
import { packMemory, packStore, type StorePacking } from './store-packing';

/** A place where messages are kept. */
export type Store = Extract<Station, { readonly kind: 'store' }>;

/** How a store is packed when at most so many messages have been in it. Pure. */
export function packingOf(
	store: Store,
	most: number,
	settings: Scenario,
	place: StationPlace,
	direction: Direction
): StorePacking {
	if (store.capacity === null) {
		return packMemory(settings.memory.limit, most, place.room);
	}
	return packStore(Number(valueOf(settings, store.capacity)), place.room, direction);
}
