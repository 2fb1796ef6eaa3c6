import { ticks } from 'd3';

/** A tick of the time axis, in seconds. The last one is the end and carries the unit. */
export interface TimeTick {
	readonly seconds: number;
	readonly isEnd: boolean;
}

/**
 * Ticks from 0 to the end of the run, `room` pixels apart or more. The end always has one. If a
 * round step divides the axis, all are that step apart; otherwise the round tick that would touch
 * the end is left out.
 *
 * @param seconds the length of the axis, > 0
 * @param length the same in pixels
 */
export function timeTicks(seconds: number, length: number, room: number): readonly TimeTick[] {
	const least = (room * seconds) / Math.max(length, 1);
	const inner = dividingTicks(seconds, least) ?? roundTicks(seconds, least);
	return [...inner.map((tick) => ({ seconds: tick, isEnd: false })), { seconds, isEnd: true }];
}

/** The ticks before the end at the finest round step that divides the axis, if it has one. */
function dividingTicks(seconds: number, least: number): readonly number[] | null {
	const power = 10 ** Math.floor(Math.log10(least));
	for (const lead of [1, 2, 5, 10, 20]) {
		const steps = Math.round(seconds / (lead * power));
		const isExact = Math.abs(steps * lead * power - seconds) < 1e-6 * seconds;
		if (lead * power < least || steps < 2 || !isExact) continue;
		return Array.from({ length: steps }, (_, step) => (step * seconds) / steps);
	}
	return null;
}

function roundTicks(seconds: number, least: number): readonly number[] {
	const count = Math.max(1, Math.floor(seconds / least));
	return ticks(0, seconds, count).filter((tick) => tick === 0 || tick <= seconds - least);
}
