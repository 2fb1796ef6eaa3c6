import { ticks } from 'd3';

/** A tick of the time axis, in seconds. The last one is the end and carries the unit. */
export interface TimeTick {
	readonly seconds: number;
	readonly isEnd: boolean;
}

/**
 * Ticks from 0 to the end of the run, about `room` pixels apart or more. The end always has one,
 * and a round tick that would touch it is left out.
 *
 * @param seconds the length of the axis, > 0
 * @param length the same in pixels
 */
export function timeTicks(seconds: number, length: number, room: number): readonly TimeTick[] {
	const count = Math.max(1, Math.min(6, Math.floor(length / room)));
	const nearEnd = seconds - (0.9 * room * seconds) / Math.max(length, 1);
	const round = ticks(0, seconds, count).filter((tick) => tick === 0 || tick < nearEnd);
	return [...round.map((tick) => ({ seconds: tick, isEnd: false })), { seconds, isEnd: true }];
}
