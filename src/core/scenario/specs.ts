import type { Choice, ParameterSpec, SliderRange } from './parameter-spec';
import { STRATEGY_IDS, type StrategyId } from './scenario';

const ALL = STRATEGY_IDS;
const BUFFERED: readonly StrategyId[] = ['small-buffers', 'reactive-streams'];
const POLLING: readonly StrategyId[] = ['bounded-concurrency', 'producer-throttling'];
const THROTTLING: readonly StrategyId[] = ['producer-throttling'];

/** What most entries share; each entry says what is its own. */
const number = { kind: 'number', perUnit: 1, unit: '', choices: [], slider: null } as const;
const integer = { ...number, kind: 'integer' } as const;
const choice = { ...number, kind: 'choice', min: 0, max: 0 } as const;

function linear(min: number, max: number): SliderRange {
	return { min, max, scale: 'linear' };
}

function log(min: number, max: number): SliderRange {
	return { min, max, scale: 'log' };
}

function choices(labels: Record<string, string>): readonly Choice[] {
	return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** The table of all parameters: contract section 3, one entry a line of it. */
export const SPECS: readonly ParameterSpec[] = [
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
	},
	{
		...choice,
		key: 'source.kind',
		address: 'source',
		label: 'Source kind',
		help: 'Open: offers on its own clock. Closed: makes the next message when the last was taken.',
		choices: choices({ open: 'open', closed: 'closed' }),
		initial: 'open',
		live: false,
		strategies: ALL
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
		live: false,
		strategies: ALL
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
		live: true,
		strategies: ALL
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
		live: false,
		strategies: ALL
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
		live: false,
		strategies: ALL
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
		live: false,
		strategies: ALL
	},
	{
		...integer,
		key: 'consumer.workers',
		address: 'workers',
		label: 'Workers',
		help: 'How many messages are worked on at once.',
		min: 1,
		max: 1000,
		slider: log(1, 200),
		initial: 4,
		live: true,
		strategies: ALL
	},
	{
		...number,
		key: 'consumer.serviceTime',
		address: 'service',
		label: 'Service time',
		help: 'How long a worker takes for a message, on average.',
		unit: 'ms',
		perUnit: 1000,
		min: 0.000001,
		max: 3600,
		slider: log(0.0001, 1),
		initial: 0.008,
		live: true,
		strategies: ALL
	},
	{
		...choice,
		key: 'consumer.distribution',
		address: 'dist',
		label: 'Service times are',
		help: 'How much the service times differ from each other.',
		choices: choices({
			constant: 'constant',
			exponential: 'exponential',
			uniform: 'uniform',
			lognormal: 'lognormal',
			trace: 'recorded'
		}),
		initial: 'exponential',
		live: false,
		strategies: ALL
	},
	{
		...integer,
		key: 'memory.limit',
		address: 'memory',
		label: 'Memory limit',
		help: 'The consumer dies when so many messages are in memory.',
		unit: 'messages',
		min: 1,
		max: 1_000_000,
		slider: log(100, 100_000),
		none: 'none',
		initial: null,
		live: true,
		strategies: ['no-backpressure']
	},
	{
		...integer,
		key: 'semaphore.permits',
		address: 'permits',
		label: 'Permits',
		help: 'How many tasks may be under way at once.',
		min: 1,
		max: 10_000,
		slider: linear(1, 200),
		initial: 100,
		live: true,
		strategies: ['bounded-concurrency']
	},
	{
		...number,
		key: 'poll.interval',
		address: 'poll',
		label: 'Poll waits',
		help: 'How long an empty poll waits.',
		unit: 'ms',
		perUnit: 1000,
		min: 0.001,
		max: 60,
		initial: 0.1,
		live: true,
		strategies: POLLING
	},
	{
		...integer,
		key: 'poll.maxRecords',
		address: 'records',
		label: 'Records a poll',
		help: 'How many records one poll returns at most.',
		min: 1,
		max: 10_000,
		slider: linear(1, 1000),
		initial: 500,
		live: true,
		strategies: POLLING
	},
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
		live: true,
		strategies: BUFFERED
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
		live: true,
		strategies: BUFFERED
	},
	{
		...integer,
		key: 'demand.window',
		address: 'window',
		label: 'Window',
		help: 'How many messages the subscriber asks for first.',
		min: 1,
		max: 100_000,
		slider: log(1, 1000),
		initial: 10,
		live: false,
		strategies: ['reactive-streams']
	},
	{
		...integer,
		key: 'demand.batch',
		address: 'batch',
		label: 'Batch',
		help: 'After so many processed messages the subscriber asks for as many again.',
		min: 1,
		max: 100_000,
		slider: log(1, 1000),
		none: 'at most 10',
		initial: null,
		live: false,
		strategies: ['reactive-streams']
	},
	{
		...number,
		key: 'demand.delay',
		address: 'delay',
		label: 'Delay one way',
		help: 'How long a message or a request travels.',
		unit: 'ms',
		perUnit: 1000,
		min: 0,
		max: 60,
		slider: linear(0, 0.2),
		initial: 0,
		live: false,
		strategies: ['reactive-streams']
	},
	{
		...integer,
		key: 'bucket.capacity',
		address: 'bucket',
		label: 'Bucket size',
		help: 'How many tokens the bucket holds.',
		unit: 'tokens',
		min: 1,
		max: 1_000_000,
		slider: log(1, 20_000),
		none: 'as the rate',
		initial: null,
		live: true,
		strategies: THROTTLING
	},
	{
		...integer,
		key: 'bucket.rate',
		address: 'refill',
		label: 'Refill rate',
		help: 'Tokens that drip into the bucket each second.',
		unit: '/s',
		min: 0,
		max: 100_000,
		slider: log(1, 20_000),
		initial: 500,
		live: true,
		strategies: THROTTLING
	},
	{
		...integer,
		key: 'bucket.initial',
		address: 'tokens',
		label: 'Tokens at first',
		help: 'How many tokens are in the bucket at the start.',
		unit: 'tokens',
		min: 0,
		max: 1_000_000,
		none: 'full',
		initial: null,
		live: false,
		strategies: THROTTLING
	},
	{
		...integer,
		key: 'lag.limit',
		address: 'lag',
		label: 'Lag limit',
		help: 'Above this consumer lag the gate shuts.',
		unit: 'messages',
		min: 0,
		max: 10_000_000,
		slider: log(10, 200_000),
		initial: 100_000,
		live: true,
		strategies: THROTTLING
	},
	{
		...integer,
		key: 'lag.resume',
		address: 'resume',
		label: 'Lag to resume',
		help: 'At or below this consumer lag the gate opens again.',
		unit: 'messages',
		min: 0,
		max: 10_000_000,
		slider: log(10, 200_000),
		none: 'as the limit',
		initial: null,
		live: true,
		strategies: THROTTLING
	},
	{
		...number,
		key: 'lag.interval',
		address: 'sample',
		label: 'Lag is read every',
		help: 'How often lag is read; 0 reads it at each attempt.',
		unit: 's',
		min: 0,
		max: 3600,
		slider: linear(0, 60),
		initial: 0,
		live: true,
		strategies: THROTTLING
	},
	{
		...choice,
		kind: 'switch',
		key: 'lag.available',
		address: 'lagreading',
		label: 'Lag can be read',
		help: 'When the reading fails the gate refuses every message.',
		choices: [
			{ value: true, label: 'on' },
			{ value: false, label: 'off' }
		],
		initial: true,
		live: true,
		strategies: THROTTLING
	},
	{
		...choice,
		key: 'refused.then',
		address: 'refused',
		label: 'A refused message',
		help: 'What the producer does with a message that was refused.',
		choices: choices({ drop: 'is given up', retry: 'is tried again' }),
		initial: 'drop',
		live: true,
		strategies: [...BUFFERED, ...THROTTLING]
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
		live: true,
		strategies: [...BUFFERED, ...THROTTLING]
	}
];
