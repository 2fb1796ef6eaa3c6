import type { Scenario } from '../../../../core/scenario/scenario';
import { valueOf } from '../../../../core/scenario/settings';
import type { Station } from '../../../../core/strategies/plan';
import type { Direction } from '../../../layout/direction';
import type { StationPlace } from '../../../layout/figure-layout';
import { packLog, packMemory } from './open-packing';
import { packStore, type Room, type StorePacking } from './store-packing';

/** A place where messages are kept. */
export type Store = Extract<Station, { readonly kind: 'store' }>;

/** A number of messages that the lag is compared with: above the first a gate shuts. */
export interface LagLimit {
	readonly word: 'limit' | 'resume';
	readonly messages: number;
}

/** How a store is packed when at most so many messages have been in it. Pure. */
export function packingOf(
	store: Store,
	most: number,
	settings: Scenario,
	place: StationPlace,
	direction: Direction
): StorePacking {
	if (store.shape === 'log') {
		// The room of a log is the size at which it is drawn.
		return packLog(lagLimitsOf(settings)[0]?.messages ?? null, most, {
			...place.room,
			breadth: place.breadth
		});
	}
	if (store.capacity === null) return packMemory(memoryLimitOf(settings), most, place.room);
	const room = roomIn(store, place.room);
	return packStore(Number(valueOf(settings, store.capacity)), room, direction);
}

/** What was polled is in hand, and lies lower than the log that it comes from. */
const POLLED_BREADTH = 64;

/** The part of a room that a store may take. Pure. */
export function roomIn({ capacity }: Pick<Store, 'capacity'>, room: Room): Room {
	return capacity === 'poll.maxRecords'
		? { ...room, breadth: Math.min(POLLED_BREADTH, room.breadth) }
		: room;
}

/** How many messages the process of the consumer survives; null where nobody counts. Pure. */
export function memoryLimitOf({ strategy, memory }: Scenario): number | null {
	return strategy === 'no-backpressure' ? memory.limit : null;
}

/**
 * What the lag is compared with, the greater first; nothing where nobody looks at it. Without
 * hysteresis the gate opens at the limit, and there is no second line. Pure.
 */
export function lagLimitsOf({ strategy, lag, mistakes }: Scenario): readonly LagLimit[] {
	if (strategy !== 'producer-throttling') return [];
	const resume = mistakes.includes('stale-lag') ? lag.limit : (lag.resume ?? lag.limit);
	const limit: LagLimit = { word: 'limit', messages: lag.limit };
	return resume === lag.limit ? [limit] : [limit, { word: 'resume', messages: resume }];
}
