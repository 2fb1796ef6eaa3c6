import type { StrategyShape } from '../../plan/plan';

export const shape: StrategyShape = {
	id: 'no-backpressure',
	stations: [
		{ id: 'source', kind: 'source' },
		{ id: 'producer', kind: 'producer' },
		{ id: 'memory', kind: 'store', shape: 'slots', capacity: null },
		{ id: 'consumer', kind: 'holders', count: 'consumer.workers', queue: false },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'producer' },
		{ from: 'producer', to: 'memory' },
		{ from: 'memory', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [{ id: 'lost', from: 'memory', side: 'before' }],
	signals: [],
	roles: [{ id: 'producer' }, { id: 'worker' }]
};
