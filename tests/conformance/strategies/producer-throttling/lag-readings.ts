import { expect } from 'vitest';
import type { Rule } from '../../rule';
import { type Start, throttling, timesOfSignal } from '../lab';

/** When lag is read in 21 s, in seconds; messages are offered at 0.5 s, twice, and at 8.5 s. */
function readings(start: Start, scenario: object): number[] {
	const source = { process: 'trace', times: [0.5, 0.5, 8.5] };
	const run = start({ ...throttling, source, ...scenario }, { pictures: true });
	run.advance(21e9);
	return timesOfSignal(run, 'lag');
}

/** When a throttled producer's gate is told of the lag. */
export const LAG_READING_RULES: readonly Rule<Start>[] = [
	{
		name: 'reads lag at 0, interval, 2 × interval, … and at no other time',
		check(start) {
			expect(readings(start, { lag: { interval: 5 } })).toEqual([0, 5, 10, 15, 20]);
		}
	},
	{
		name: 'reads lag at each attempt when the interval is 0, and at no other time',
		check(start) {
			expect(readings(start, { lag: { interval: 0 } })).toEqual([0.5, 0.5, 8.5]);
		}
	},
	{
		name: 'reads lag at the multiples of a new interval as soon as it is changed',
		check(start) {
			const change = (at: number, to: number) => ({ at, set: 'lag.interval', to });
			const times = (interval: number, ...changes: object[]) =>
				readings(start, { lag: { interval }, changes });
			expect(times(5, change(7, 4))).toEqual([0, 5, 8, 12, 16, 20]);
			expect(times(5, change(7, 0))).toEqual([0, 5, 8.5]);
			expect(times(0, change(7, 5))).toEqual([0.5, 0.5, 10, 15, 20]);
			expect(times(5, change(7, 0), change(8, 4))).toEqual([0, 5, 8, 12, 16, 20]);
			expect(times(5, change(7, 15), change(8, 5))).toEqual([0, 5, 10, 15, 20]);
		}
	},
	{
		name: 'leaves no reading out when the interval is changed at the instant of one',
		check(start) {
			const times = (interval: number, at: number, to: number) =>
				readings(start, { lag: { interval }, changes: [{ at, set: 'lag.interval', to }] });
			expect(times(5, 10, 2)).toEqual([0, 5, 10, 12, 14, 16, 18, 20]);
			expect(times(5, 10, 5)).toEqual([0, 5, 10, 15, 20]);
			expect(times(5, 10, 4)).toEqual([0, 5, 12, 16, 20]);
			expect(times(5, 0, 10)).toEqual([0, 10, 20]);
		}
	}
];
