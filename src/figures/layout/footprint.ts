import type { Scenario } from '../../core/scenario/scenario';
import { valueOf } from '../../core/scenario/settings';
import type { Station } from '../../core/strategies/plan';
import { packHolders } from '../stations/holders/holders-packing';
import { roomIn } from '../stations/store/packing/packing-of';
import { packStore, type Room } from '../stations/store/packing/store-packing';
import type { Direction } from './direction';

type Kind = Station['kind'];
type StationOf<K extends Kind> = Extract<Station, { readonly kind: K }>;

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
	extent(station: StationOf<K>, settings: Scenario, direction: Direction, width: number): Extent;
	/** The size at which it is drawn inside that room. */
	size(station: StationOf<K>, settings: Scenario, room: Room, direction: Direction): Room;
}

const ROUND = fixed(66);
const GROWING: Extent = { least: 72, ideal: Infinity };
const LOG_BREADTH = 84;

/** The kinds of station. A new kind is one entry here, and one component in `drawings.ts`. */
const FOOTPRINTS: { readonly [K in Kind]: Footprint<K> } = {
	source: { extent: () => ROUND, size: () => ({ length: 66, breadth: 66 }) },
	producer: {
		extent: (_station, _settings, direction, width) =>
			fixed(direction === 'down' ? 56 : width < 760 ? 84 : 96),
		size: (_station, _settings, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 72 : 88
		})
	},
	bucket: {
		extent: (_station, _settings, direction) =>
			direction === 'right' ? { least: 84, ideal: 104 } : fixed(84),
		size: (_station, _settings, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 84 : 108
		})
	},
	demand: {
		extent: (_station, _settings, direction) =>
			direction === 'right' ? { least: 72, ideal: 120 } : fixed(64),
		size: (_station, _settings, room, direction) => ({
			length: room.length,
			breadth: direction === 'right' ? 72 : 120
		})
	},
	store: { extent: extentOfStore, size: sizeOfStore },
	holders: {
		extent: ({ queue }, _settings, direction) => {
			if (direction === 'down') return fixed(queue ? 110 : 72);
			return queue ? GROWING : { least: 60, ideal: 88 };
		},
		size: ({ count, queue }, settings, room, direction) => {
			// Permits lie in a flat field beside the tall log.
			const breadth = queue && direction === 'right' ? LOG_BREADTH : room.breadth;
			return packHolders(Number(valueOf(settings, count)), { ...room, breadth }, direction);
		}
	},
	done: { extent: () => ROUND, size: () => ({ length: 66, breadth: 66 }) }
};

/** What is known about the place that a station needs. */
export function footprintOf(station: Station): Footprint<Kind> {
	// Entry K of the table is a Footprint<K>, which TypeScript cannot follow through the lookup.
	return FOOTPRINTS[station.kind] as Footprint<Kind>;
}

function fixed(length: number): Extent {
	return { least: length, ideal: length };
}

type Store = StationOf<'store'>;

function extentOfStore(
	{ shape, capacity }: Store,
	{ demand }: Scenario,
	direction: Direction
): Extent {
	if (shape === 'link') {
		if (demand.delay === 0) return fixed(0);
		return direction === 'right' ? { least: 56, ideal: 110 } : fixed(72);
	}
	// What was polled is in hand: it leaves the room to the topic.
	if (capacity === 'poll.maxRecords') {
		return direction === 'right' ? { least: 60, ideal: 84 } : fixed(72);
	}
	return direction === 'right' ? GROWING : fixed(96);
}

function sizeOfStore(
	{ shape, capacity }: Store,
	settings: Scenario,
	room: Room,
	direction: Direction
): Room {
	if (shape === 'link') return { length: room.length, breadth: 22 };
	if (shape === 'log' && direction === 'right') return { ...room, breadth: LOG_BREADTH };
	if (capacity === null) return room;
	return packStore(Number(valueOf(settings, capacity)), roomIn({ capacity }, room), direction);
}
