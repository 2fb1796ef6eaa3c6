import type { ReadingKey } from '../../../src/core/measures/reading-keys';
import type { Run } from '../../../src/core/run/run';

/** A source of so many messages at time 0. */
export const atOnce = (count: number) => ({ process: 'trace', times: Array(count).fill(0) });

/** Workers that take the same time for each message, in seconds. */
export const steady = (workers: number, serviceTime: number) => ({
	workers,
	serviceTime,
	distribution: 'constant'
});

export const throttling = { strategy: 'producer-throttling', duration: 60 };
export const bounded = { strategy: 'bounded-concurrency', duration: 60 };

/** One of the strategy's own readings at the run's present time. */
export function gauge({ mechanism, time }: Run, key: ReadingKey): number {
	return mechanism.gauges?.[key]?.(time) ?? Number.NaN;
}

/** The times in seconds at which a signal of the plan traveled upstream, in a run with pictures. */
export function timesOfSignal({ signals, world }: Run, name: string): number[] {
	const times: number[] = [];
	signals?.visitSince(-1, (time, signal) => {
		if (world.shape.signals[signal]?.id === name) times.unshift(time / 1e9);
	});
	return times;
}
