import type { StrategyPlan } from './plan';

export const plan: StrategyPlan = {
	id: 'small-buffers',
	name: 'Small buffers',
	stations: [
		{
			id: 'source',
			kind: 'source',
			name: 'Source',
			number: '{source.rate}',
			consequence: '{here} waiting here'
		},
		{
			id: 'producer',
			kind: 'producer',
			name: 'Producer',
			number: '{producer.heldBack}',
			consequence: 'of the time held back'
		},
		{
			id: 'channel',
			kind: 'store',
			shape: 'slots',
			capacity: 'buffer.capacity',
			name: 'Channel, capacity {buffer.capacity}',
			number: '{here} of {buffer.capacity}',
			consequence: 'oldest has waited {now.oldestQueued}'
		},
		{
			id: 'consumer',
			kind: 'holders',
			count: 'consumer.workers',
			queue: false,
			name: 'Consumer, {consumer.workers} workers',
			number: '{rates.throughput}',
			consequence: '{consumer.serviceTime} each, {consumer.busy} busy'
		},
		{ id: 'done', kind: 'done', name: 'Done', number: '{counts.completed}', consequence: '' }
	],
	pipes: [
		{ from: 'source', to: 'producer' },
		{ from: 'producer', to: 'channel' },
		{ from: 'channel', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [
		{ id: 'dropped', from: 'channel', word: 'dropped', count: 'counts.dropped' },
		{ id: 'refused', from: 'producer', word: 'refused', count: 'counts.refused' }
	],
	signals: [
		{
			id: 'full',
			from: 'channel',
			to: 'producer',
			word: 'full',
			sentence: 'a full channel makes send wait',
			when: { key: 'buffer.whenFull', is: ['block'] }
		},
		{
			id: 'refused',
			from: 'channel',
			to: 'producer',
			word: 'refused',
			sentence: 'a full channel refuses the send',
			when: { key: 'buffer.whenFull', is: ['fail'] }
		}
	],
	silence: 'nothing travels upstream: a full channel throws messages away',
	knobs: ['buffer.capacity', 'buffer.whenFull', 'refused.then', 'refused.after'],
	readings: [
		'rates.throughput',
		'now.feltAfter',
		'latency.sinceOffered.p50',
		'latency.sinceOffered.p99',
		'latency.sinceAccepted.p50',
		'latency.sinceAccepted.p99',
		'now.memory',
		'backlog.final',
		'consumer.busy',
		'consumer.starved'
	],
	roles: [
		{ id: 'producer', one: 'producer', many: 'producers' },
		{ id: 'worker', one: 'worker', many: 'workers' }
	],
	listing: 'small-buffers.ts'
};
