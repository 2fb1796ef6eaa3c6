import { defaultScenario } from '../../scenario/defaults';
import type { Scenario } from '../../scenario/scenario';
import type { Manifest } from '../manifest';
import { SHORT, steady, TYPICAL_SEED } from '../preset';
import { shape } from './shape';

const reactive: Scenario = {
	...defaultScenario(shape.id),
	seed: TYPICAL_SEED,
	buffer: { capacity: 32, whenFull: 'block' }
};

/** A source that always has a message, one worker of 1 ms, and 25 ms each way. */
const far: Scenario = {
	...reactive,
	duration: SHORT,
	source: { ...reactive.source, kind: 'closed', process: 'constant', rate: 5000 },
	consumer: steady(1, 0.001)
};

/** The first is the one that the strategy opens with. */
export const presets: Manifest['presets'] = [
	{
		id: 'ten-at-a-time',
		title: 'Ten at a time',
		text: 'The subscriber asks for ten messages, works through them, and asks for ten more. The publisher sends what was asked for and keeps the rest in its buffer of 32; when that is full too, the producer waits. While the last of the ten are in work the other workers have nothing to do, for three tenths of their time.',
		watch: 'Watch request(10) travel upstream when ten are processed, and ten more come at once.',
		scenario: { ...reactive, duration: SHORT },
		speed: 1 / 50,
		tellingAt: 1.5
	},
	{
		id: 'round-trip',
		title: 'The round trip sets the pace',
		text: 'Message and request travel 25 ms each. With a window of ten there are never more than ten messages on the way or in work, so at most ten come in each round trip: 196 a second, though the worker could do 1 000.',
		watch: 'Turn the window up to 50: now almost 1 000 a second come through.',
		scenario: { ...far, demand: { window: 10, batch: 1, delay: 0.025 } },
		speed: 1 / 20,
		tellingAt: 2.02
	},
	{
		id: 'whole-window',
		title: 'Asking only when all is done',
		text: 'A window of 50 and a batch of 50: the subscriber asks again when the last of the fifty is done, and then waits a whole round trip. 500 a second come through. Asking after each message, with the same window, gives 980.',
		watch: 'Watch the link: it is empty half of the time.',
		scenario: { ...far, demand: { window: 50, batch: 50, delay: 0.025 } },
		speed: 1 / 20,
		tellingAt: 2.055
	},
	{
		id: 'forgotten-request',
		title: 'The request that was forgotten',
		text: 'The subscriber asks for its first ten messages and never again. Ten are done, and then there is silence: no error, no timeout, a full buffer and a producer that waits for ever.',
		watch: 'Watch the demand: it is zero and stays zero.',
		scenario: { ...reactive, duration: SHORT, mistakes: ['forgets-request'] },
		speed: 1 / 50,
		tellingAt: 0.5
	},
	{
		id: 'nobody-asked',
		title: 'Sent without being asked',
		text: 'The publisher does not look at the demand and sends whatever it has. The subscriber\u2019s inbox, made for ten, grows by about a hundred messages each second.',
		watch: 'Watch the inbox: the subscriber asked for ten.',
		scenario: { ...reactive, mistakes: ['ignores-demand'] },
		speed: 1,
		tellingAt: 10
	},
	{
		id: 'asked-for-everything',
		title: 'Asked for everything',
		text: 'The subscriber asks once, for everything there will ever be. The publisher may now send as fast as it can, and the inbox grows as if there were no backpressure. There is none: demand without bound is a way to switch it off.',
		watch: 'Compare with a publisher that ignores demand: the same picture, the opposite culprit.',
		scenario: { ...reactive, mistakes: ['unbounded-request'] },
		speed: 1,
		tellingAt: 10
	}
];
