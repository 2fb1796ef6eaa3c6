import { defaultScenario } from '../../scenario/defaults';
import type { Scenario } from '../../scenario/scenario';
import type { Manifest } from '../manifest';
import { SHORT } from '../preset';
import { shape } from './shape';

const noBackpressure: Scenario = defaultScenario(shape.id);

/** The first is the one that the strategy opens with. */
export const presets: Manifest['presets'] = [
	{
		id: 'memory-runs-out',
		title: 'Memory runs out',
		text: 'The source offers 100 messages a second more than the consumer can take, and every one is accepted. After about 23 seconds 2 000 of them fill the memory and the process is killed. All of them are lost, and so is every message that comes after.',
		watch: 'Watch the throughput: until the last moment everything looks healthy.',
		scenario: { ...noBackpressure, memory: { limit: 2000 } },
		speed: 1,
		tellingAt: 15
	},
	{
		id: 'nobody-is-told',
		title: 'Nobody is told',
		text: 'The same overload without a limit. The queue grows by about 100 messages a second. After a minute the oldest message in it has waited about 10 seconds, and one that comes now will wait 12. The producer is never held back, so it never learns.',
		watch: 'Watch the latency climb in a straight line.',
		scenario: { ...noBackpressure, duration: 60 },
		speed: 2,
		tellingAt: 40
	},
	{
		id: 'quiet-day',
		title: 'A quiet day',
		text: 'The source offers 250 messages a second to a consumer that can take 500. Now and then a few messages wait a moment. This is the day on which nobody misses backpressure.',
		watch: 'Watch the queue: it is empty most of the time.',
		scenario: {
			...noBackpressure,
			duration: SHORT,
			source: { ...noBackpressure.source, rate: 250 }
		},
		speed: 1 / 50,
		tellingAt: 2
	},
	{
		id: 'almost-busy',
		title: 'Almost busy is not almost fine',
		text: 'One worker can finish 100 messages a second and gets 95. It could keep up, and yet in the end half of the messages have taken longer than 0.12 s, twelve times their service time, and one in a hundred longer than half a second, because chance comes in clumps.',
		watch: 'Watch the backlog wander far from its mean.',
		scenario: {
			...noBackpressure,
			duration: 300,
			source: { ...noBackpressure.source, rate: 95 },
			consumer: { ...noBackpressure.consumer, workers: 1, serviceTime: 0.01 }
		},
		speed: 5,
		tellingAt: 150
	}
];
