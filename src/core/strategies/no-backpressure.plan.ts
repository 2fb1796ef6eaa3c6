import type { StrategyPlan } from './plan';

export const plan: StrategyPlan = {
	id: 'no-backpressure',
	name: 'No backpressure',
	stations: [
		{
			id: 'source',
			kind: 'source',
			name: 'Source',
			number: '{source.rate}',
			consequence: 'nothing waits here'
		},
		{
			id: 'producer',
			kind: 'producer',
			name: 'Producer',
			number: '{producer.heldBack}',
			consequence: 'of the time held back'
		},
		{
			id: 'memory',
			kind: 'store',
			shape: 'slots',
			capacity: null,
			name: 'Memory, no limit of its own',
			number: '{here} queued',
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
		{ from: 'producer', to: 'memory' },
		{ from: 'memory', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [{ id: 'lost', from: 'memory', word: 'lost', count: 'counts.lost' }],
	signals: [],
	silence: 'nothing travels upstream: nobody tells the source to stop',
	knobs: ['memory.limit'],
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
	listing: 'no-backpressure.ts'
};
