import type { Scenario } from './scenario';

/** The contract's defaults, with the strategy that the lab opens with. */
export const DEFAULT_SCENARIO: Scenario = {
	version: 1,
	strategy: 'small-buffers',
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
	mistakes: [],
	changes: []
};
