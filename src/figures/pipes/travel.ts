import type { Nanoseconds } from '../../core/kernel/time';
import type { Frame } from '../../engine/protocol';
import { isWithoutLength } from '../layout/link-stations';
import { exitsByPipe, stationIndex } from '../layout/pipe-places';
import type { LivePlan } from '../live-plan';

/** A message on its way: in a pipe, or on the way out of an exit. */
export interface Traveler {
	readonly message: number;
	/** A pipe of the plan, or the number of pipes plus an exit. */
	readonly way: number;
	/** How far it is along that way, in [0, 1). */
	readonly progress: number;
	/** The station that it will reach next, or -1 when it leaves. */
	readonly to: number;
	/** Whether it is turned away at the end of this pipe, and will not reach the station. */
	readonly turns: boolean;
}

const FIELDS = 4;

/** Moves of one message at one instant, which its mark makes one after the other. */
interface Journey {
	readonly message: number;
	readonly time: Nanoseconds;
	readonly ways: Leg[];
}

type Leg = Pick<Traveler, 'way' | 'to' | 'turns'>;

/**
 * The messages on their way in a frame, oldest first. A move takes `window` on screen and no time
 * in the run; when a message passes several stations at one instant its mark takes the pipes in
 * turn, so that it is never drawn in two places. Pure.
 */
export function travelersOf(plan: LivePlan, frame: Frame, window: Nanoseconds): Traveler[] {
	if (window <= 0) return [];
	return journeysOf(plan, frame, window).flatMap(({ message, time, ways }) => {
		const at = ((frame.time - time) / window) * ways.length;
		const leg = ways[Math.floor(at)];
		return leg === undefined ? [] : [{ message, ...leg, progress: at - Math.floor(at) }];
	});
}

/** The messages that are counted at a station already and whose marks have not arrived. Pure. */
export function arriving(plan: LivePlan, frame: Frame, window: Nanoseconds): ReadonlySet<number>[] {
	const sets = plan.stations.map(() => new Set<number>());
	if (window <= 0) return sets;
	for (const { message, ways } of journeysOf(plan, frame, window)) {
		const last = ways.at(-1);
		if (last !== undefined && last.to >= 0) sets[last.to]?.add(message);
	}
	return sets;
}

function journeysOf(plan: LivePlan, frame: Frame, window: Nanoseconds): Journey[] {
	const gates = exitsByPipe(plan);
	const journeys: Journey[] = [];
	const latest = new Map<number, Journey>();
	for (let index = 0; index + FIELDS <= frame.moves.length; index += FIELDS) {
		const [time = 0, message = 0, from = 0, to = 0] = frame.moves.subarray(index, index + FIELDS);
		if (frame.time - time >= window || time > frame.time) continue;
		let journey = latest.get(message);
		if (journey === undefined || journey.time !== time) {
			journey = { message, time, ways: [] };
			journeys.push(journey);
			latest.set(message, journey);
		}
		const ways = waysBetween(plan, from, to).filter(({ way }) => !isWithoutLength(plan, way));
		const last = journey.ways.at(-1);
		const exit = (ways[0]?.way ?? 0) - plan.pipes.length;
		if (last !== undefined && gates.get(last.way)?.includes(exit)) {
			journey.ways[journey.ways.length - 1] = { ...last, turns: true };
		}
		journey.ways.push(...ways);
	}
	return journeys;
}

/** The pipes from one station to another, or the way out. */
function waysBetween(plan: LivePlan, from: number, to: number): Leg[] {
	const stations = plan.stations.length;
	if (to >= stations) return [{ way: plan.pipes.length + to - stations, to: -1, turns: false }];
	const ways: Leg[] = [];
	for (let at = from; at < to; at++) {
		const way = plan.pipes.findIndex(
			(pipe) => stationIndex(plan, pipe.from) === at && stationIndex(plan, pipe.to) === at + 1
		);
		if (way < 0) break;
		ways.push({ way, to: at + 1, turns: false });
	}
	return ways;
}
