import type { ParameterSpec } from '../parameter-spec';
import { choice, choices, log, number } from './kinds';

/** What becomes of a refused message. */
export const REFUSED_SPECS: readonly ParameterSpec[] = [
	{
		...choice,
		key: 'refused.then',
		address: 'refused',
		label: 'A refused message',
		help: 'What the producer does with a message that was refused.',
		choices: choices({ drop: 'is given up', retry: 'is tried again' }),
		initial: 'drop',
		live: true
	},
	{
		...number,
		key: 'refused.after',
		address: 'retry',
		label: 'Tried again after',
		help: 'How long the producer waits before it tries again.',
		unit: 'ms',
		perUnit: 1000,
		min: 0.001,
		max: 60,
		slider: log(0.001, 1),
		initial: 0.1,
		live: true
	}
];
