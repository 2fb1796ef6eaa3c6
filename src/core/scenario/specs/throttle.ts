import type { ParameterSpec } from '../parameter-spec';
import { choice, integer, linear, log, number } from './kinds';

/** The token bucket and the gate. */
export const THROTTLE_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'bucket.capacity',
		address: 'bucket',
		label: 'Bucket size',
		help: 'How many tokens the bucket holds.',
		unit: 'tokens',
		min: 1,
		max: 1_000_000,
		slider: log(1, 20_000),
		none: 'as the rate',
		initial: null,
		live: true
	},
	{
		...integer,
		key: 'bucket.rate',
		address: 'refill',
		label: 'Refill rate',
		help: 'Tokens that drip into the bucket each second.',
		unit: '/s',
		min: 0,
		max: 100_000,
		slider: log(1, 20_000),
		initial: 500,
		live: true
	},
	{
		...integer,
		key: 'bucket.initial',
		address: 'tokens',
		label: 'Tokens at first',
		help: 'How many tokens are in the bucket at the start.',
		unit: 'tokens',
		min: 0,
		max: 1_000_000,
		none: 'full',
		initial: null,
		live: false
	},
	{
		...integer,
		key: 'lag.limit',
		address: 'lag',
		label: 'Lag limit',
		help: 'Above this consumer lag the gate shuts.',
		unit: 'messages',
		min: 0,
		max: 10_000_000,
		slider: log(10, 200_000),
		initial: 100_000,
		live: true
	},
	{
		...integer,
		key: 'lag.resume',
		address: 'resume',
		label: 'Lag to resume',
		help: 'At or below this consumer lag the gate opens again.',
		unit: 'messages',
		min: 0,
		max: 10_000_000,
		slider: log(10, 200_000),
		none: 'as the limit',
		initial: null,
		live: true
	},
	{
		...number,
		key: 'lag.interval',
		address: 'sample',
		label: 'Lag is read every',
		help: 'How often lag is read; 0 reads it at each attempt.',
		unit: 's',
		min: 0,
		max: 3600,
		slider: linear(0, 60),
		initial: 0,
		live: true
	},
	{
		...choice,
		kind: 'switch',
		key: 'lag.available',
		address: 'lagreading',
		label: 'Lag can be read',
		help: 'When the reading fails the gate refuses every message.',
		choices: [
			{ value: true, label: 'on' },
			{ value: false, label: 'off' }
		],
		initial: true,
		live: true
	}
];
