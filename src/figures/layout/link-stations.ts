import { isLink, isWithoutRoom, type LivePlan } from '../live-plan';
import type { StationPlace } from '../places/figure-layout';

/**
 * Whether pipe number `pipe` has no length: a link is a pipe itself, from station to station. One
 * that messages cross at once has no length either, and the pipe in front of it leads on. Pure.
 */
export function isWithoutLength({ stations }: LivePlan, pipe: number): boolean {
	const next = stations[pipe + 1];
	return (isLink(next) && !isWithoutRoom(next)) || isLink(stations[pipe]);
}

/** The places of a plan's stations, with each link drawn out to its neighbors. Pure. */
export function stretchLinks(
	{ stations }: LivePlan,
	places: readonly StationPlace[]
): readonly StationPlace[] {
	return places.map((place, index) => {
		const before = places[index - 1];
		const behind = places[index + 1];
		const station = stations[index];
		if (!isLink(station) || before === undefined || behind === undefined) return place;
		const end = behind.start;
		const start = isWithoutRoom(station) ? end : before.end;
		return { ...place, start, end, center: (start + end) / 2, length: end - start };
	});
}
