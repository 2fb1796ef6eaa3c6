import type { ParameterSpec } from '../parameter-spec';
import { choice, choices, integer } from './kinds';

/** The buffer between producer and consumer. */
export const BUFFER_SPECS: readonly ParameterSpec[] = [
	{
		...integer,
		key: 'buffer.capacity',
		address: 'buffer',
		label: 'Buffer size',
		help: 'How many messages fit between producer and consumer.',
		min: 0,
		max: 1_000_000,
		slider: { min: 0, max: 10_000, scale: 'log-from-zero' },
		initial: 10,
		live: true
	},
	{
		...choice,
		key: 'buffer.whenFull',
		address: 'full',
		label: 'When full',
		help: 'What happens to a message that finds the buffer full.',
		choices: choices({
			block: 'send waits',
			'drop-newest': 'drop the newest',
			'drop-oldest': 'drop the oldest',
			fail: 'send fails'
		}),
		initial: 'block',
		live: true
	}
];
