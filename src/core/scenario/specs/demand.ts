import type { ParameterSpec } from '../parameter-spec';
import { integer, linear, log, number } from './kinds';

/** What the subscriber of reactive streams asks for. */
export const DEMAND_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'demand.window',
		address: 'window',
		label: 'Window',
		help: 'How many messages the subscriber asks for first.',
		min: 1,
		max: 100_000,
		slider: log(1, 1000),
		initial: 10,
		live: false
	},
	{
		...integer,
		key: 'demand.batch',
		address: 'batch',
		label: 'Batch',
		help: 'After so many processed messages the subscriber asks for as many again.',
		min: 1,
		max: 100_000,
		slider: log(1, 1000),
		none: 'at most 10',
		initial: null,
		live: false
	},
	{
		...number,
		key: 'demand.delay',
		address: 'delay',
		label: 'Delay one way',
		help: 'How long a message or a request travels.',
		unit: 'ms',
		perUnit: 1000,
		min: 0,
		max: 60,
		slider: linear(0, 0.2),
		initial: 0,
		live: false
	}
];
