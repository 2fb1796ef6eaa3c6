/** The name of a strategy, for example in an address. Which there are, the register of them says. */
export type StrategyId = string;

/** The name of a mistake that can be switched on, within its strategy. */
export type MistakeKey = string;

export type SourceKind = 'open' | 'closed';
export type OfferProcess = 'constant' | 'poisson' | 'bursty' | 'trace';
export type ServiceDistribution = 'constant' | 'exponential' | 'uniform' | 'lognormal' | 'trace';
export type WhenFull = 'block' | 'drop-newest' | 'drop-oldest' | 'fail';
export type AfterRefusal = 'drop' | 'retry';

/** What a parameter may hold; null stands for "none", "full" or "as the rule says". */
export type ParameterValue = number | string | boolean | null;

/** A turn of a knob: from virtual second `at` on, the parameter named `set` holds `to`. */
export interface Change {
	readonly at: number;
	readonly set: ParameterKey;
	readonly to: ParameterValue;
}

/**
 * A run as data, with every default filled in. Times are in seconds and rates in messages per
 * second, as in the JSON that people write; the core turns them into integer nanoseconds.
 */
export interface Scenario {
	readonly version: 1;
	readonly strategy: StrategyId;
	/** Unsigned 32-bit integer. */
	readonly seed: number;
	/** Events at exactly this time still happen. */
	readonly duration: number;
	readonly source: {
		readonly kind: SourceKind;
		readonly process: OfferProcess;
		/** Long-run mean. */
		readonly rate: number;
		readonly burst: { readonly on: number; readonly off: number };
		/** Open: offer times, ascending. Closed: times to make each message. */
		readonly times: readonly number[];
		readonly limit: number | null;
	};
	readonly consumer: {
		readonly workers: number;
		/** Mean, in seconds. */
		readonly serviceTime: number;
		readonly distribution: ServiceDistribution;
		/** The service time of message i is `times[i]`; beyond them `serviceTime`. */
		readonly times: readonly number[];
	};
	readonly memory: { readonly limit: number | null };
	readonly semaphore: { readonly permits: number };
	readonly poll: { readonly interval: number; readonly maxRecords: number };
	readonly buffer: { readonly capacity: number; readonly whenFull: WhenFull };
	readonly demand: {
		readonly window: number;
		readonly batch: number | null;
		readonly delay: number;
	};
	readonly bucket: {
		readonly capacity: number | null;
		readonly rate: number;
		readonly initial: number | null;
	};
	readonly lag: {
		readonly limit: number;
		readonly resume: number | null;
		readonly interval: number;
		readonly available: boolean;
	};
	readonly refused: { readonly then: AfterRefusal; readonly after: number };
	/** A message done later than this after its offer, in seconds, is late; null for none. */
	readonly deadline: number | null;
	/** What is written wrong, each at most once, in the order of the strategy's plan. */
	readonly mistakes: readonly MistakeKey[];
	/** In time order; changes at one time apply in this order. */
	readonly changes: readonly Change[];
}

/** The dotted path of one parameter in a scenario, in the order of the contract. */
export type ParameterKey =
	| 'seed'
	| 'duration'
	| 'source.kind'
	| 'source.process'
	| 'source.rate'
	| 'source.burst.on'
	| 'source.burst.off'
	| 'source.limit'
	| 'consumer.workers'
	| 'consumer.serviceTime'
	| 'consumer.distribution'
	| 'deadline'
	| 'memory.limit'
	| 'semaphore.permits'
	| 'poll.interval'
	| 'poll.maxRecords'
	| 'buffer.capacity'
	| 'buffer.whenFull'
	| 'demand.window'
	| 'demand.batch'
	| 'demand.delay'
	| 'bucket.capacity'
	| 'bucket.rate'
	| 'bucket.initial'
	| 'lag.limit'
	| 'lag.resume'
	| 'lag.interval'
	| 'lag.available'
	| 'refused.then'
	| 'refused.after';
