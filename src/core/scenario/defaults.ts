import type { Scenario, StrategyId } from './scenario';

/** The contract's defaults: all that a scenario holds beside its strategy. */
export const DEFAULTS: Omit<Scenario, 'strategy'> = {
	version: 1,
	seed: 1,
	duration: 30,
	source: {
		kind: 'open',
		process: 'poisson',
		rate: 600,
		burst: { on: 1, off: 4 },
		times: [],
		limit: null
	},
	consumer: { workers: 4, serviceTime: 0.008, distribution: 'exponential', times: [] },
	memory: { limit: null },
	semaphore: { permits: 100 },
	poll: { interval: 0.1, maxRecords: 500 },
	buffer: { capacity: 10, whenFull: 'block' },
	demand: { window: 10, batch: null, delay: 0 },
	bucket: { capacity: null, rate: 500, initial: null },
	lag: { limit: 100_000, resume: null, interval: 0, available: true },
	refused: { then: 'drop', after: 0.1 },
	deadline: null,
	mistakes: [],
	changes: []
};

/** A scenario of a strategy in which everything else is as the contract says. Pure. */
export function defaultScenario(strategy: StrategyId): Scenario {
	return { ...DEFAULTS, strategy };
}
