import type { StrategyShape } from '../../plan/plan';

export const shape: StrategyShape = {
	id: 'producer-throttling',
	stations: [
		{ id: 'source', kind: 'source' },
		{
			id: 'bucket',
			kind: 'bucket',
			capacity: 'now.bucketCapacity',
			tokens: 'now.tokens',
			refill: 'bucket.rate'
		},
		{ id: 'topic', kind: 'store', shape: 'log', capacity: null },
		{ id: 'polled', kind: 'store', shape: 'slots', capacity: 'poll.maxRecords', inHand: true },
		{ id: 'consumer', kind: 'holders', count: 'consumer.workers', queue: false },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'bucket' },
		{ from: 'bucket', to: 'topic' },
		{ from: 'topic', to: 'polled' },
		{ from: 'polled', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [
		{ id: 'rate', from: 'bucket', side: 'behind' },
		{ id: 'lag', from: 'bucket', side: 'before' },
		{ id: 'unknown', from: 'bucket', side: 'before' }
	],
	signals: [
		{ id: 'lag', from: 'topic', to: 'bucket' },
		{ id: 'refused', from: 'bucket', to: 'source' }
	],
	roles: [{ id: 'producer' }, { id: 'watch' }, { id: 'loop' }, { id: 'worker' }]
};
