import type { ParameterSpec } from '../parameter-spec';
import { integer, linear, number } from './kinds';

/** What every run has. */
export const RUN_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'seed',
		address: 'seed',
		label: 'Seed',
		help: 'The same seed gives the same messages, in every strategy.',
		min: 0,
		max: 4_294_967_295,
		initial: 1,
		live: false
	},
	{
		...number,
		key: 'duration',
		address: 'duration',
		label: 'Duration',
		help: 'Where the run ends.',
		unit: 's',
		min: 0.001,
		max: 86_400,
		slider: linear(10, 600),
		initial: 30,
		live: true
	}
];
