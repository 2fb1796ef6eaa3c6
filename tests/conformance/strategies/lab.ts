import type { ReadingKey } from '../../../src/core/measures/reading-keys';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Run } from '../../../src/core/run/run';
import type { MistakeKey } from '../../../src/core/scenario/scenario';
import { type Keeping, startRun } from '../../../src/headless/simulate';

/** Begins a run of a scenario that may leave out what is the default. */
export type Start = (scenario: object, keeping?: Keeping) => Run;

/** The run as it should be. */
export const right: Start = (scenario, keeping) =>
	startRun(parseScenario({ version: 1, ...scenario }), keeping);

/** The run with a mistake of the contract switched on. */
export const mistaken =
	(mistake: MistakeKey): Start =>
	(scenario, keeping) =>
		right({ ...scenario, mistakes: [mistake] }, keeping);

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
