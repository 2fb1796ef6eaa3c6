import { DEFAULT_SCENARIO } from './defaults';
import type { Scenario, StrategyId } from './scenario';

/** A run worth looking at, named by what it shows. */
export interface Preset {
	/** Its name in the address. */
	readonly id: string;
	readonly title: string;
	/** What happens in it, a few sentences. */
	readonly text: string;
	/** What to look at, one sentence. */
	readonly watch: string;
	readonly scenario: Scenario;
	/** Virtual seconds per second. */
	readonly speed: number;
	/** A time in seconds at which the picture says it all. */
	readonly tellingAt: number;
}

/** A seed whose run is like the mean of all: full after a tenth of a second, then steady. */
const TYPICAL_SEED = 46;

const smallBuffers: Scenario = { ...DEFAULT_SCENARIO, seed: TYPICAL_SEED };
const noBackpressure: Scenario = { ...DEFAULT_SCENARIO, strategy: 'no-backpressure' };

/** In seconds: what is watched at 1/50 has a time axis on which a minute of watching shows. */
const SHORT = 10;

/** All presets, strategy by strategy; the first of a strategy is the one it opens with. */
export const PRESETS: readonly Preset[] = [
	{
		id: 'ten-slots',
		title: 'Ten slots, felt at once',
		text: 'The source offers 100 messages a second more than the consumer can take. A channel of ten is full within a tenth of a second, and from then on the producer waits its turn. The wait has not gone: it has moved upstream.',
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
	},
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

/** The preset of that name; undefined if there is none. */
export function presetById(id: string): Preset | undefined {
	return PRESETS.find((preset) => preset.id === id);
}

/** The preset that a strategy opens with; the very first for a strategy without any. */
export function firstPreset(strategy: StrategyId): Preset {
	const preset =
		PRESETS.find((candidate) => candidate.scenario.strategy === strategy) ?? PRESETS[0];
	if (preset === undefined) throw new RangeError('there are no presets');
	return preset;
}
