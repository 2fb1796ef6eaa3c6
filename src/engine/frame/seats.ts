import type { Run } from '../../core/run/run';
import type { Holder, Holders } from '../../core/world/holders';
import { HOLDERS_PER_STATION } from '../protocol';

/**
 * The places of a run's holders station: as many as there may be now, at most those of a frame.
 * After that number was lowered, somebody may hold a place that is no more. They have the seats of
 * those who hold none, so that no seat is empty beside somebody who holds.
 *
 * @param held how many hold a place, above the limit too.
 */
export function seatsOf(run: Run, limit: number, held: number): readonly Holder[] {
	const places = placesOf(run);
	const count = Math.min(limit, places.length, HOLDERS_PER_STATION);
	const seats = Array.from({ length: count }, (_, seat) => places.at(seat));
	let without = held - seats.filter(isHeld).length;
	let place = limit;
	for (const [seat, holder] of seats.entries()) {
		if (isHeld(holder)) continue;
		if (without-- <= 0) break;
		while (place < places.length && !isHeld(places.at(place))) place++;
		if (place < places.length) seats[seat] = places.at(place++);
	}
	return seats;
}

/** Places of the strategy's own, or the workers. */
function placesOf({ mechanism, world }: Run): Pick<Holders, 'length' | 'at'> {
	const { workers } = world.consumer;
	return mechanism.holders ?? { length: workers.length, at: (number) => workers[number] as Holder };
}

/** Whether a task is at a place, or was and never left it. */
function isHeld({ message }: Holder): boolean {
	return message !== -1;
}
