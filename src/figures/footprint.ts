import type { Scenario } from '../core/scenario/scenario';
import { valueOf } from '../core/scenario/settings';
import type { Station } from '../core/strategies/plan';
import type { Direction } from './direction';
import { packHolders } from './holders-packing';
import { packStore, type Room } from './store-packing';

type Kind = Station['kind'];
type StationOf<K extends Kind> = Extract<Station, { readonly kind: K }>;

/** What the figure must know about a kind of station to find a place for it. */
interface Footprint<K extends Kind> {
	/** Room along the way in which the station is centered; null for all that is left over. */
	room(direction: Direction, width: number): number | null;
	/** The size at which it is drawn inside that room. */
	size(station: StationOf<K>, settings: Scenario, room: Room, direction: Direction): Room;
}

/**
 * The kinds of station that can be drawn. A new kind is one entry here and one component in
 * `station-drawings.ts`.
 */
const FOOTPRINTS: { readonly [K in Kind]?: Footprint<K> } = {
	source: { room: () => 66, size: () => ({ length: 66, breadth: 66 }) },
	producer: {
		room: (direction, width) => (direction === 'down' ? 56 : width < 760 ? 84 : 96),
		size: (_station, _settings, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 72 : 88
		})
	},
	store: {
		room: (direction) => (direction === 'right' ? null : 96),
		size: (station, settings, room, direction) =>
			station.capacity === null
				? room
				: packStore(Number(valueOf(settings, station.capacity)), room, direction)
	},
	holders: {
		room: (direction) => (direction === 'right' ? 88 : 72),
		size: (station, settings, room, direction) =>
			packHolders(Number(valueOf(settings, station.count)), room, direction)
	},
	done: { room: () => 66, size: () => ({ length: 66, breadth: 66 }) }
};

/**
 * What is known about the place that a station needs.
 * @throws {RangeError} if the figure has no drawing for its kind yet.
 */
export function footprintOf(station: Station): Footprint<Kind> {
	const footprint = FOOTPRINTS[station.kind];
	if (footprint === undefined) throw new RangeError(`the figure cannot draw a ${station.kind} yet`);
	// Entry K of the table is a Footprint<K>, which TypeScript cannot follow through the lookup.
	return footprint as Footprint<Kind>;
}
