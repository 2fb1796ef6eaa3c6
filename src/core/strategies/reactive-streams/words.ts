import type { StrategyWords } from '../../plan/plan';

export const words: StrategyWords = {
	name: 'Reactive streams',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: '{here} waiting here' },
		publisher: {
			name: 'Publisher, buffer {limit}',
			number: '{here} buffered',
			consequence: 'delivers only on demand'
		},
		demand: {
			name: 'Demand',
			number: '{now.demand} left',
			consequence: '{now.requested} requested, {now.delivered} delivered',
			states: { dead: { word: '', sentence: 'Nobody will ask for more' } }
		},
		link: { name: 'Link', number: '{here} on the way', consequence: '{demand.delay} each way' },
		inbox: {
			name: 'Subscriber, window {demand.window}',
			number: '{now.processedOfBatch} of {now.batch} processed',
			consequence: 'then request({now.batch}) again'
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
		request: { word: 'request({amount})', sentence: 'request(n) asks for n messages more' },
		full: { word: 'full', sentence: 'a full buffer makes the producer wait' },
		refused: { word: 'refused', sentence: 'a full buffer refuses the message' }
	},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		publisher: { one: 'publisher', many: 'publishers' },
		worker: { one: 'worker', many: 'workers' }
	},
	mistakes: {
		'ignores-demand': {
			name: 'a publisher that does not look at the demand',
			seen: 'The inbox of the subscriber grows without bound, although it has asked for no more than its window.',
			mend: 'Count the demand down with each message, and wait for the next request at zero.',
			stations: {
				publisher: { consequence: 'delivers without being asked' },
				demand: { number: '{now.requested} requested', consequence: '{now.delivered} delivered' },
				inbox: { number: '{here} waiting', consequence: 'asked for {demand.window} at most' }
			}
		},
		'unbounded-request': {
			name: 'everything requested at once',
			seen: 'The inbox grows without bound. The publisher does what it was asked: it is the subscriber that has switched backpressure off.',
			mend: 'Request as many messages as there is room for, and more only when some are processed.',
			stations: {
				inbox: { number: '{here} waiting', consequence: 'asked once, for everything' }
			},
			overrules: ['demand.batch']
		},
		'forgets-request': {
			name: 'no request after the first',
			seen: 'One window of messages is processed, then there is silence for ever, and no error.',
			mend: 'Count what is processed and request as many again, on every path that ends a message.',
			stations: {
				inbox: {
					number: '{now.processedOfBatch} processed',
					consequence: 'and no request after them'
				}
			},
			overrules: ['demand.batch']
		}
	},
	silence: 'nothing travels upstream',
	queue: 'with publisher and subscriber',
	knobs: [
		'demand.window',
		'demand.batch',
		'demand.delay',
		'buffer.capacity',
		'buffer.whenFull',
		'refused.then',
		'refused.after'
	],
	readings: [
		'rates.throughput',
		'now.demandBound',
		'now.requested',
		'now.delivered',
		'now.outstanding',
		'now.linkIdle',
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
