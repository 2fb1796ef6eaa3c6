import type { StrategyWords } from './plan';

export const words: StrategyWords = {
	name: 'Bounded concurrency',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: 'nothing waits here' },
		topic: {
			name: 'Topic',
			number: 'lag {lag.final}',
			consequence: '{trend}'
		},
		polled: {
			name: 'Poll loop',
			number: '{here} in hand',
			consequence: 'wait for a permit'
		},
		permits: {
			name: 'Semaphore, {semaphore.permits} permits',
			number: '{now.permitsHeld} of {semaphore.permits} held',
			consequence: '{now.holdingTime} each, so at most {now.permitRate}'
		},
		done: { name: 'Done', number: '{counts.completed}', consequence: '' }
	},
	exits: {},
	signals: {
		release: { word: 'release', sentence: 'a released permit lets one more message in' }
	},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		loop: { one: 'poll loop', many: 'poll loops' },
		task: { one: 'task', many: 'tasks' }
	},
	mistakes: {
		'leaks-permits': {
			name: 'a permit that is not given back',
			seen: 'Every hundredth task keeps its permit for ever. Throughput falls in the end to nothing, and there is no error.',
			mend: 'Give the permit back on every path: in a finally block, or with defer.'
		},
		'spawns-without-limit': {
			name: 'a task for each record, no permit asked',
			seen: 'Tasks in flight grow without bound, and with them the memory; the topic looks empty.',
			mend: 'Acquire a permit before the task begins, in the loop and not in the task.'
		}
	},
	silence: 'nothing travels upstream',
	queue: 'queued',
	knobs: ['semaphore.permits', 'poll.maxRecords'],
	readings: [
		'rates.throughput',
		'now.permitRate',
		'now.heldMean',
		'now.heldByLittle',
		'now.holdingTime',
		'lag.final',
		'now.lagAge',
		'now.timeToClear',
		'latency.sinceOffered.p50',
		'latency.sinceOffered.p99',
		'now.memory',
		'consumer.busy',
		'consumer.starved'
	],
	listing: 'bounded-concurrency.ts'
};
