import type { ReadingKey } from '../../src/core/measures/readings';
import { parseScenario } from '../../src/core/parse/parse';
import type { Run } from '../../src/core/run/run';
import type { MistakeKey } from '../../src/core/scenario/scenario';
import type { Mechanism } from '../../src/core/strategies/strategy';
import { type Keeping, startRun } from '../../src/headless/simulate';

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

/** The run with other code planted in its strategy, in the place of members of the same names. */
export const planted =
	<Right extends Mechanism>(variant: Partial<Right> & ThisType<Right>): Start =>
	(scenario, keeping) => {
		const run = right(scenario, keeping);
		Object.defineProperties(run.mechanism, Object.getOwnPropertyDescriptors(variant));
		return run;
	};

export const throttling = { strategy: 'producer-throttling', duration: 60 };
export const bounded = { strategy: 'bounded-concurrency', duration: 60 };

/** One of the strategy's own readings at the run's present time. */
export function gauge({ mechanism, time }: Run, key: ReadingKey): number {
	return mechanism.gauges?.[key]?.(time) ?? Number.NaN;
}

/** The times in seconds at which lag was read, as it was seen to travel upstream to the gate. */
export function readingsOf({ signals }: Run): number[] {
	const times: number[] = [];
	signals?.visitSince(-1, (time) => times.unshift(time / 1e9));
	return times;
}
