import { defaultScenario } from '../../scenario/defaults';
import type { Scenario } from '../../scenario/scenario';
import type { Manifest } from '../manifest';
import { SHORT, TYPICAL_SEED } from '../preset';
import { shape } from './shape';

const smallBuffers: Scenario = { ...defaultScenario(shape.id), seed: TYPICAL_SEED };

/** The first is the one that the strategy opens with. */
export const presets: Manifest['presets'] = [
	{
		id: 'ten-slots',
		title: 'Ten slots, felt at once',
		text: 'The source offers 100 messages a second more than the consumer can take. A channel of ten is full within a tenth of a second, and soon for good: then the producer waits its turn. The wait has not gone: it has moved upstream.',
		watch:
			'Watch the pile at the source: it grows by about 100 messages a second, which at 1/50 speed is two in each second you watch.',
		scenario: { ...smallBuffers, duration: SHORT },
		speed: 1 / 50,
		tellingAt: 1.5
	},
	{
		id: 'ten-thousand-slots',
		title: 'Ten thousand slots, felt too late',
		text: 'The same load and a buffer a thousand times as large. It takes about 100 seconds until the producer feels anything. By then the oldest message in the channel has waited 17 seconds, and soon each waits 20.',
		watch: 'Watch how long nothing seems to be wrong.',
		scenario: { ...smallBuffers, duration: 150, buffer: { capacity: 10_000, whenFull: 'block' } },
		speed: 5,
		tellingAt: 120
	},
	{
		id: 'bursts-absorbed',
		title: 'A buffer absorbs bursts',
		text: 'For one second in five the source offers 2 000 messages a second, four times what the consumer can take; then it is silent. A channel of 2 000 holds a whole burst and is empty again before the next.',
		watch: 'Watch the channel fill and drain while the producer is never held back.',
		scenario: {
			...smallBuffers,
			source: { ...smallBuffers.source, process: 'bursty', rate: 400 },
			buffer: { capacity: 2000, whenFull: 'block' }
		},
		speed: 1,
		tellingAt: 11
	},
	{
		id: 'no-slot',
		title: 'No slot: each waits for the other',
		text: 'The producer can make 100 messages a second and the one worker can finish 100 a second. Without a slot between them they manage about 67 together: whoever is early waits. Ten slots would give 92 in the long run.',
		watch: 'Watch who waits: now the producer, now the worker.',
		scenario: {
			...smallBuffers,
			duration: 60,
			source: { ...smallBuffers.source, kind: 'closed', rate: 100 },
			consumer: { ...smallBuffers.consumer, workers: 1, serviceTime: 0.01 },
			buffer: { capacity: 0, whenFull: 'block' }
		},
		speed: 1 / 10,
		tellingAt: 30
	},
	{
		id: 'losing',
		title: 'Losing instead of waiting',
		text: 'The same load as with ten slots that make send wait, but here a message that finds the channel full is dropped. Nobody waits long, nothing travels upstream, and about one message in six is gone.',
		watch: 'Watch the crossed-out messages: the loss is the price of the short wait.',
		scenario: {
			...smallBuffers,
			duration: SHORT,
			buffer: { capacity: 10, whenFull: 'drop-newest' }
		},
		speed: 1 / 50,
		tellingAt: 1.5
	}
];
