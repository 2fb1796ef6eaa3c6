import type { ParameterSpec } from '../parameter-spec';
import { choice, choices, integer, log, number } from './kinds';

/** Who works on them. */
export const CONSUMER_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'consumer.workers',
		address: 'workers',
		label: 'Workers',
		help: 'How many messages are worked on at once; with 0 the consumer stands still.',
		min: 0,
		max: 1000,
		slider: { min: 0, max: 200, scale: 'log-from-zero' },
		initial: 4,
		live: true
	},
	{
		...number,
		key: 'consumer.serviceTime',
		address: 'service',
		label: 'Service time',
		help: 'How long a worker takes for a message, on average.',
		unit: 'ms',
		perUnit: 1000,
		min: 0.000001,
		max: 3600,
		slider: log(0.0001, 1),
		initial: 0.008,
		live: true
	},
	{
		...choice,
		key: 'consumer.distribution',
		address: 'dist',
		label: 'Service times are',
		help: 'How much the service times differ from each other.',
		choices: choices({
			constant: 'constant',
			exponential: 'exponential',
			uniform: 'uniform',
			lognormal: 'lognormal',
			trace: 'recorded'
		}),
		initial: 'exponential',
		live: false
	},
	{
		...integer,
		key: 'memory.limit',
		address: 'memory',
		label: 'Memory limit',
		help: 'The consumer dies when so many messages are in memory.',
		unit: 'messages',
		min: 1,
		max: 1_000_000,
		slider: log(100, 100_000),
		none: 'none',
		initial: null,
		live: true
	}
];
