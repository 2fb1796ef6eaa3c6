import type { StrategyShape } from '../../plan/plan';

export const shape: StrategyShape = {
	id: 'bounded-concurrency',
	stations: [
		{ id: 'source', kind: 'source' },
		{ id: 'topic', kind: 'store', shape: 'log', capacity: null },
		{ id: 'polled', kind: 'store', shape: 'slots', capacity: 'poll.maxRecords', inHand: true },
		{ id: 'permits', kind: 'holders', count: 'semaphore.permits', queue: true },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'topic' },
		{ from: 'topic', to: 'polled' },
		{ from: 'polled', to: 'permits' },
		{ from: 'permits', to: 'done' }
	],
	exits: [],
	signals: [{ id: 'release', from: 'permits', to: 'polled' }],
	roles: [{ id: 'producer' }, { id: 'loop' }, { id: 'task' }]
};
