import type { ParameterSpec } from '../parameter-spec';
import { choice, choices, integer, log, number } from './kinds';

/** Where messages come from. */
export const SOURCE_SPECS: readonly ParameterSpec[] = [
	{
		...choice,
		key: 'source.kind',
		address: 'source',
		label: 'Source kind',
		help: 'Open: offers on its own clock. Closed: makes the next message when the last was taken.',
		choices: choices({ open: 'open', closed: 'closed' }),
		initial: 'open',
		live: false
	},
	{
		...choice,
		key: 'source.process',
		address: 'process',
		label: 'Arrivals',
		help: 'How even the gaps between messages are.',
		choices: choices({
			constant: 'constant',
			poisson: 'Poisson',
			bursty: 'bursty',
			trace: 'recorded times'
		}),
		initial: 'poisson',
		live: false
	},
	{
		...number,
		key: 'source.rate',
		address: 'rate',
		label: 'Arrival rate',
		help: 'Messages offered per second, in the long run.',
		unit: '/s',
		min: 0.001,
		max: 100_000,
		slider: log(1, 20_000),
		initial: 600,
		live: true
	},
	{
		...number,
		key: 'source.burst.on',
		address: 'on',
		label: 'Burst lasts',
		help: 'How long a burst lasts.',
		unit: 's',
		min: 0.001,
		max: 3600,
		slider: log(0.1, 10),
		initial: 1,
		live: false
	},
	{
		...number,
		key: 'source.burst.off',
		address: 'off',
		label: 'Silence lasts',
		help: 'How long the source is silent between two bursts.',
		unit: 's',
		min: 0.001,
		max: 3600,
		slider: log(0.1, 10),
		initial: 4,
		live: false
	},
	{
		...integer,
		key: 'source.limit',
		address: 'limit',
		label: 'Messages in all',
		help: 'The source stops after so many messages.',
		unit: 'messages',
		min: 1,
		max: 10_000_000,
		none: 'no end',
		initial: null,
		live: false
	}
];
