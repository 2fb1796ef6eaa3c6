import { DEFAULTS } from '../scenario/defaults';
import type { Scenario } from '../scenario/scenario';

/** A run worth looking at, named by what it shows. */
export interface Preset {
	/** Its name in the address. */
	readonly id: string;
	readonly title: string;
	/** What happens in it, a few sentences. */
	readonly text: string;
	/** What to look at, one sentence. */
	readonly watch: string;
	readonly scenario: Scenario;
	/** Virtual seconds per second. */
	readonly speed: number;
	/** A time in seconds at which the picture says it all. */
	readonly tellingAt: number;
}

/** A seed whose run is like the mean of all: full after a tenth of a second, then steady. */
export const TYPICAL_SEED = 46;

/** In seconds: what is watched at 1/50 has a time axis on which a minute of watching shows. */
export const SHORT = 10;

/** Messages at an even pace, so many a second. */
export function evenly(rate: number): Scenario['source'] {
	return { ...DEFAULTS.source, process: 'constant', rate };
}

/** So many workers that take just so long for each message, in seconds. */
export function steady(workers: number, serviceTime: number): Scenario['consumer'] {
	return { ...DEFAULTS.consumer, workers, serviceTime, distribution: 'constant' };
}
