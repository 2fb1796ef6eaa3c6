import type { StrategyWords } from '../../plan/plan';

export const words: StrategyWords = {
	name: 'No backpressure',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: 'nothing waits here' },
		producer: {
			name: 'Producer',
			number: '{producer.heldBack}',
			consequence: 'of the time held back'
		},
		memory: {
			name: 'Memory, no limit of its own',
			number: '{here} queued',
			consequence: 'oldest has waited {now.oldestQueued}',
			levels: [{ key: 'memoryLimit', word: 'limit' }]
		},
		consumer: {
			name: 'Consumer, {limit} workers',
			number: '{rates.throughput} so far',
			consequence: '{consumer.serviceTime} each, {now.busy or nobody} busy',
			states: {
				dead: { word: 'out of memory', sentence: 'The consumer is out of memory and dead' }
			}
		},
		done: { name: 'Done', number: '{counts.completed}', consequence: '' }
	},
	exits: { lost: { word: 'lost', count: 'counts.lost' } },
	signals: {},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		worker: { one: 'worker', many: 'workers' }
	},
	mistakes: {},
	silence: 'nothing travels upstream: nobody tells the source to stop',
	queue: 'in memory',
	knobs: ['memory.limit'],
	readings: [
		'rates.throughput',
		'producer.felt',
		'latency.sinceOffered.p50',
		'latency.sinceOffered.p99',
		'latency.sinceAccepted.p50',
		'latency.sinceAccepted.p99',
		'now.memory',
		'backlog.final',
		'now.busy',
		'now.starved'
	]
};
