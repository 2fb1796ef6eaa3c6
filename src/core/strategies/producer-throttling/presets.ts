import { defaultScenario } from '../../scenario/defaults';
import type { Scenario } from '../../scenario/scenario';
import type { Manifest } from '../manifest';
import { evenly, steady } from '../preset';
import { shape } from './shape';

const throttling: Scenario = {
	...defaultScenario(shape.id),
	bucket: { capacity: null, rate: 450, initial: null }
};

/** A tenth of the size of the large ones, so that a minute passes quickly: 960 come, 800 are done. */
const behind: Scenario = {
	...throttling,
	source: evenly(960),
	consumer: steady(8, 0.01),
	bucket: { capacity: 2000, rate: 2000, initial: null },
	lag: { ...throttling.lag, limit: 10_000 }
};

/** The first is the one that the strategy opens with. */
export const presets: Manifest['presets'] = [
	{
		id: 'refused-at-once',
		title: 'Refused at once',
		text: 'The source offers 800 messages a second; 450 tokens a second drip into the bucket. It starts full, so for a little more than a second everything passes. From then on about 350 messages a second meet an empty bucket and are refused, and the consumer, which can take 500, keeps up.',
		watch: 'Watch the bucket run dry, and then the refused messages.',
		scenario: { ...throttling, source: { ...throttling.source, rate: 800 } },
		speed: 1 / 20,
		tellingAt: 4
	},
	{
		id: 'burst-passes',
		title: 'A bucket lets a burst through',
		text: 'The bucket holds 500 tokens and gets 100 a second, and 1 000 messages a second are offered. In the first second 599 pass, not 100. The consumer, good for 110 a second, has a pile of almost 500 from then on, and is done with it after 50 seconds.',
		watch: 'Watch the lag, and the poll loop: a bucket limits the mean, not the burst.',
		scenario: {
			...throttling,
			duration: 60,
			source: evenly(1000),
			consumer: steady(1, 0.0091),
			bucket: { capacity: 500, rate: 100, initial: null }
		},
		speed: 2,
		tellingAt: 10
	},
	{
		id: 'hundred-thousand-behind',
		title: 'A hundred thousand behind',
		text: 'The source offers 9 600 messages a second to a consumer of 8 000, and nothing is refused for a minute. Then the lag is above 100 000, and the gate, which reads it every five seconds, shuts. From then on the lag swings between about 64 000 and 104 000.',
		watch: 'Watch the gate: it acts on what it read last, not on what is.',
		scenario: {
			...throttling,
			duration: 120,
			source: evenly(9600),
			consumer: steady(8, 0.001),
			bucket: { capacity: 20_000, rate: 20_000, initial: null },
			lag: { ...throttling.lag, interval: 5 }
		},
		speed: 10,
		tellingAt: 64
	},
	{
		id: 'read-at-each-attempt',
		title: 'A gate that always knows',
		text: 'Lag is read at each attempt. At 62 seconds it reaches the limit of 10 000 and stays there: the gate opens and shuts for single messages, and the consumer never idles.',
		watch: 'Watch the lag meet its limit and stay.',
		scenario: { ...behind, duration: 120 },
		speed: 5,
		tellingAt: 80
	},
	{
		id: 'stale-reading',
		title: 'A reading half a minute old',
		text: '960 messages a second come to a consumer of 800, and lag is read only every thirty seconds. The gate shuts late, and the lag reaches 14 400. It opens late too: the consumer works everything off and then has nothing to do.',
		watch: 'Watch the dots in the lag chart: between two of them the gate is blind.',
		scenario: { ...behind, duration: 300, mistakes: ['stale-lag'] },
		speed: 10,
		tellingAt: 95
	},
	{
		id: 'polled-too-often',
		title: 'A bucket that never fills again',
		text: 'A hundred tokens a second should drip into the bucket. But it is looked at every millisecond, and at each look whatever is less than a whole token is thrown away. Ten messages pass, and then none ever again; 1 009 should have passed in ten seconds.',
		watch:
			'Turn the arrival rate down to 50: now each look finds a whole token, and messages pass.',
		scenario: {
			...throttling,
			duration: 10,
			source: evenly(1000),
			bucket: { capacity: 10, rate: 100, initial: null },
			mistakes: ['truncating-refill']
		},
		speed: 1 / 10,
		tellingAt: 2
	},
	{
		id: 'retry-storm',
		title: 'A storm of retries',
		text: 'Twelve messages a second come to a bucket of ten a second. Each refused one is tried again every millisecond, so that after a minute 609 messages have passed and almost 56 000 attempts were made.',
		watch:
			'Watch the attempts: they ask a thousand times a second for what comes ten times a second.',
		scenario: {
			...throttling,
			duration: 60,
			source: evenly(12),
			bucket: { capacity: 10, rate: 10, initial: null },
			mistakes: ['retry-at-once']
		},
		speed: 1 / 2,
		tellingAt: 20
	}
];
