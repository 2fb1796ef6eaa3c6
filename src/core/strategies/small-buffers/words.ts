import type { StrategyWords } from '../../plan/plan';

export const words: StrategyWords = {
	name: 'Small buffers',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: '{here} waiting here' },
		producer: {
			name: 'Producer',
			number: '{producer.heldBack}',
			consequence: 'of the time held back'
		},
		channel: {
			name: 'Channel, capacity {limit}',
			number: '{here} of {limit}',
			consequence: 'oldest has waited {now.oldestQueued}'
		},
		consumer: {
			name: 'Consumer, {limit} workers',
			number: '{rates.throughput} so far',
			consequence: '{consumer.serviceTime} each, {now.busy or nobody} busy'
		},
		done: { name: 'Done', number: '{counts.completed}', consequence: '' }
	},
	exits: {
		dropped: { word: 'dropped', count: 'counts.dropped' },
		refused: { word: 'refused', count: 'counts.refused' }
	},
	signals: {
		full: { word: 'full', sentence: 'a full channel makes send wait' },
		refused: { word: 'refused', sentence: 'a full channel refuses the send' }
	},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		worker: { one: 'worker', many: 'workers' }
	},
	mistakes: {
		'oversized-buffer': {
			name: 'a buffer of 10 000',
			seen: 'Nothing seems wrong until the buffer is full. Then the producer feels it far too late, and each message is old.',
			mend: 'Make the buffer as large as the delay you accept times what the workers can take.',
			overrules: ['buffer.capacity']
		}
	},
	silence: 'nothing travels upstream: a full channel throws messages away',
	queue: 'in the channel',
	knobs: ['buffer.capacity', 'buffer.whenFull', 'refused.then', 'refused.after'],
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
