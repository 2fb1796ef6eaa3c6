import type { StrategyWords } from '../../plan/plan';

export const words: StrategyWords = {
	name: 'Bounded concurrency',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: 'nothing waits here' },
		topic: {
			name: 'Topic',
			number: 'lag {lag.final}',
			consequence: '{trend of now.lagSlope}'
		},
		polled: {
			name: 'Poll loop',
			number: '{here} in hand',
			consequence: 'wait for a permit'
		},
		permits: {
			name: 'Semaphore, {limit} permits',
			number: '{now.permitsHeld} of {limit} held',
			consequence: '{now.holdingTime} each, so at most {now.permitRate}',
			states: {
				leaking: { word: '', sentence: '{now.permitsLeaked} permits are never given back' }
			}
		},
		done: {
			name: 'Done',
			number: '{counts.completed}',
			consequence: 'by {consumer.workers} workers'
		}
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
			mend: 'Give the permit back on every path: in a finally block, or with defer.',
			stations: {
				permits: { consequence: '{now.permitsLeaked} held by nobody' }
			}
		},
		'spawns-without-limit': {
			name: 'a task for each record, no permit asked',
			seen: 'Where more comes than the workers can take, tasks in flight grow without bound, and with them the memory. Nothing waits to be polled, so nothing looks wrong from outside.',
			mend: 'Acquire a permit before the task begins, in the loop and not in the task.',
			stations: {
				polled: { consequence: 'nothing waits here' },
				permits: {
					name: 'Tasks',
					number: '{now.permitsHeld} in flight',
					consequence: 'no permit asked, {now.holdingTime} each'
				}
			},
			silence: 'nothing travels upstream: nobody asks for a permit',
			overrules: ['semaphore.permits']
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
		'now.busy',
		'now.starved'
	]
};
