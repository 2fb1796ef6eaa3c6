import { defaultScenario } from '../../scenario/defaults';
import type { Scenario } from '../../scenario/scenario';
import type { Manifest } from '../manifest';
import { evenly, steady } from '../preset';
import { shape } from './shape';

const bounded: Scenario = defaultScenario(shape.id);

/** The first is the one that the strategy opens with. */
export const presets: Manifest['presets'] = [
	{
		id: 'hundred-permits',
		title: 'A hundred permits',
		text: 'Each message takes 300 ms, so a hundred permits let at most 333 through each second. 400 come. The consumer never works on more than a hundred at once, and with what it has polled it never holds more than 600. What is not done piles up, by about 67 a second.',
		watch: 'Watch the topic: it takes everything and tells nobody.',
		scenario: {
			...bounded,
			source: { ...bounded.source, rate: 400 },
			consumer: { ...bounded.consumer, workers: 200, serviceTime: 0.3 }
		},
		speed: 1 / 2,
		tellingAt: 18
	},
	{
		id: 'slow-database',
		title: 'The same permits, a slower database',
		text: 'A hundred permits at 10 ms each are worth 10 000 messages a second, and 2 000 come. At 10 seconds the database slows down to 200 ms, and the same permits are worth 500 a second. At 20 seconds it recovers, and the lag of 15 000 is gone within two seconds.',
		watch: 'Watch permits ÷ latency: the number of permits never changes, what it is worth does.',
		scenario: {
			...bounded,
			source: evenly(2000),
			consumer: steady(100, 0.01),
			changes: [
				{ at: 10, set: 'consumer.serviceTime', to: 0.2 },
				{ at: 20, set: 'consumer.serviceTime', to: 0.01 }
			]
		},
		speed: 1,
		tellingAt: 18
	},
	{
		id: 'more-permits',
		title: 'More permits than workers',
		text: 'Eight workers of 50 ms each finish 160 messages a second, with 8 permits as with 100. With 100, each task holds its permit for 625 ms and works for 50 of them; the rest of the time it waits for a worker, in memory.',
		watch:
			'Turn the permits down to 8: throughput stays, and instead of 110 messages about 10 are in memory.',
		scenario: {
			...bounded,
			source: evenly(200),
			consumer: steady(8, 0.05),
			// A large poll would bring more into memory than the permits keep there.
			poll: { ...bounded.poll, maxRecords: 10 }
		},
		speed: 1 / 4,
		tellingAt: 10
	},
	{
		id: 'lost-permits',
		title: 'A permit that never comes back',
		text: 'Every hundredth task forgets to give its permit back. For twenty seconds nobody notices: any four permits keep the four workers busy, and the rest only wait for them. After 10 000 tasks all hundred permits are gone, and at 20.9 seconds the last message is done. There is no error.',
		watch: 'Watch the hatched permits: they are held by nobody.',
		scenario: {
			...bounded,
			source: evenly(600),
			consumer: steady(4, 0.008),
			mistakes: ['leaks-permits']
		},
		speed: 1,
		tellingAt: 15
	},
	{
		id: 'task-for-each',
		title: 'A task for every message',
		text: 'The loop starts a task for each record and asks nobody for a permit. Nothing waits to be polled, and all that is not done is a task in memory: a hundred more each second.',
		watch: 'Watch the tasks in flight, and then the memory.',
		scenario: { ...bounded, mistakes: ['spawns-without-limit'] },
		speed: 1,
		tellingAt: 15
	}
];
