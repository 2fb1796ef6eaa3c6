import type { StrategyShape } from '../../plan/plan';

export const shape: StrategyShape = {
	id: 'reactive-streams',
	stations: [
		{ id: 'source', kind: 'source' },
		{ id: 'publisher', kind: 'store', shape: 'slots', capacity: 'buffer.capacity' },
		{ id: 'demand', kind: 'demand', capacity: 'demand.window', left: 'now.demand' },
		{ id: 'link', kind: 'store', shape: 'link', capacity: null },
		{ id: 'inbox', kind: 'store', shape: 'slots', capacity: 'demand.window' },
		{ id: 'consumer', kind: 'holders', count: 'consumer.workers', queue: false },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'publisher' },
		{ from: 'publisher', to: 'demand' },
		{ from: 'demand', to: 'link' },
		{ from: 'link', to: 'inbox' },
		{ from: 'inbox', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [
		{ id: 'dropped', from: 'publisher', side: 'before' },
		{ id: 'refused', from: 'publisher', side: 'before' }
	],
	signals: [
		{ id: 'request', from: 'inbox', to: 'publisher' },
		{
			id: 'full',
			from: 'publisher',
			to: 'source',
			when: { key: 'buffer.whenFull', is: ['block'] }
		},
		{
			id: 'refused',
			from: 'publisher',
			to: 'source',
			when: { key: 'buffer.whenFull', is: ['fail'] }
		}
	],
	roles: [{ id: 'producer' }, { id: 'publisher' }, { id: 'worker' }]
};
