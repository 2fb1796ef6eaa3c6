import { valueOf } from '../core/scenario/parameters';
import type { Scenario } from '../core/scenario/scenario';
import type { Station } from '../core/strategies/plan';
import type { Frame } from '../engine/protocol';
import type { Direction } from './direction';
import type { StationPlace } from './layout';
import { packMemory, packStore, type StorePacking } from './store-packing';
import { readingOf } from './words';

/** A place where messages are kept. */
export type Store = Extract<Station, { readonly kind: 'store' }>;

/** How a store is packed in a frame. Pure. */
export function packingOf(
	store: Store,
	frame: Frame,
	settings: Scenario,
	place: StationPlace,
	direction: Direction
): StorePacking {
	if (store.capacity === null) {
		return packMemory(settings.memory.limit, readingOf(frame, 'memory.max'), place.room);
	}
	return packStore(Number(valueOf(settings, store.capacity)), place.room, direction);
}
