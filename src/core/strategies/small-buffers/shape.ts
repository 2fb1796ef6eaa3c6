import type { StrategyShape } from '../../plan/plan';

export const shape: StrategyShape = {
	id: 'small-buffers',
	stations: [
		{ id: 'source', kind: 'source' },
		{ id: 'producer', kind: 'producer' },
		{ id: 'channel', kind: 'store', shape: 'slots', capacity: 'buffer.capacity' },
		{ id: 'consumer', kind: 'holders', count: 'consumer.workers', queue: false },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'producer' },
		{ from: 'producer', to: 'channel' },
		{ from: 'channel', to: 'consumer' },
		{ from: 'consumer', to: 'done' }
	],
	exits: [
		{ id: 'dropped', from: 'channel', side: 'before' },
		{ id: 'refused', from: 'producer', side: 'behind' }
	],
	signals: [
		{
			id: 'full',
			from: 'channel',
			to: 'producer',
			when: { key: 'buffer.whenFull', is: ['block'] }
		},
		{
			id: 'refused',
			from: 'channel',
			to: 'producer',
			when: { key: 'buffer.whenFull', is: ['fail'] }
		}
	],
	roles: [{ id: 'producer' }, { id: 'worker' }]
};
