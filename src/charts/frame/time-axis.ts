/** A tick of the time axis, in seconds. The last one is the end and carries the unit. */
export interface TimeTick {
	readonly seconds: number;
	readonly isEnd: boolean;
}

const STEPS = [1, 2, 5, 10, 20];

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
	const power = 10 ** Math.floor(Math.log10(least));
	const steps = STEPS.map((lead) => lead * power).filter((step) => step >= least);
	const dividing = steps.find((step) => 2 * step <= seconds && divides(step, seconds));
	const step = dividing ?? steps[0] ?? seconds;
	const ticks: TimeTick[] = [];
	for (let index = 0; index * step < seconds; index++) {
		// Dividing by a whole number keeps 0.3 from becoming 0.30000000000000004.
		const tick = step < 1 ? index / Math.round(1 / step) : index * step;
		if (index === 0 || tick <= seconds - 0.999 * least) ticks.push({ seconds: tick, isEnd: false });
	}
	return [...ticks, { seconds, isEnd: true }];
}

function divides(step: number, seconds: number): boolean {
	const steps = Math.round(seconds / step);
	return Math.abs(steps * step - seconds) < 1e-9 * seconds;
}
