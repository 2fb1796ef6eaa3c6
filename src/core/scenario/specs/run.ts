import type { ParameterSpec } from '../parameter-spec';
import { ALL, choice, choices, integer, linear, number } from './kinds';

/** What every run has. */
export const RUN_SPECS: readonly ParameterSpec[] = [
	{
		...choice,
		key: 'strategy',
		address: 'strategy',
		label: 'Strategy',
		help: 'How the producer is held back.',
		choices: choices({
			'no-backpressure': 'No backpressure',
			'bounded-concurrency': 'Bounded concurrency',
			'reactive-streams': 'Reactive streams',
			'producer-throttling': 'Producer throttling',
			'small-buffers': 'Small buffers'
		}),
		initial: 'small-buffers',
		live: false,
		strategies: ALL
	},
	{
		...integer,
		key: 'seed',
		address: 'seed',
		label: 'Seed',
		help: 'The same seed gives the same messages, in every strategy.',
		min: 0,
		max: 4_294_967_295,
		initial: 1,
		live: false,
		strategies: ALL
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
		live: true,
		strategies: ALL
	}
];
