import type { ParameterSpec } from '../parameter-spec';
import { integer, linear, number } from './kinds';

/** Permits, and how a topic is polled. */
export const PERMITS_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'semaphore.permits',
		address: 'permits',
		label: 'Permits',
		help: 'How many tasks may be under way at once.',
		min: 1,
		max: 10_000,
		slider: linear(1, 200),
		initial: 100,
		live: true
	},
	{
		...number,
		key: 'poll.interval',
		address: 'poll',
		label: 'Poll waits',
		help: 'How long an empty poll waits.',
		unit: 'ms',
		perUnit: 1000,
		min: 0.001,
		max: 60,
		initial: 0.1,
		live: true
	},
	{
		...integer,
		key: 'poll.maxRecords',
		address: 'records',
		label: 'Records a poll',
		help: 'How many records one poll returns at most.',
		min: 1,
		max: 10_000,
		slider: linear(1, 1000),
		initial: 500,
		live: true
	}
];
