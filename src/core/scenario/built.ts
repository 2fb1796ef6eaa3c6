import type { StrategyId } from './scenario';

/** The strategies that run today; the others are refused by name. */
export const BUILT: readonly StrategyId[] = [
	'no-backpressure',
	'bounded-concurrency',
	'reactive-streams',
	'producer-throttling',
	'small-buffers'
];
