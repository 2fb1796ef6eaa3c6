import type { StrategyShape } from '../../../src/core/plan/plan';
import type { StrategyId } from '../../../src/core/scenario/scenario';

/** The toy's id. Nothing in `src` knows it, which is why TypeScript has to be told. */
export const ADAPTIVE_WINDOW = 'adaptive-window' as string as StrategyId;

// How many fit is a reading in both places: no knob says it. The readings are borrowed from reactive
// streams, whose names fit.
export const shape: StrategyShape = {
	id: ADAPTIVE_WINDOW,
	stations: [
		{ id: 'source', kind: 'source' },
		{ id: 'inbox', kind: 'store', shape: 'slots', capacity: 'now.demand' },
		{ id: 'window', kind: 'holders', count: 'now.batch', queue: true },
		{ id: 'done', kind: 'done' }
	],
	pipes: [
		{ from: 'source', to: 'inbox' },
		{ from: 'inbox', to: 'window' },
		{ from: 'window', to: 'done' }
	],
	exits: [{ id: 'dropped', from: 'inbox', side: 'behind' }],
	signals: [{ id: 'full', from: 'inbox', to: 'source' }],
	roles: [{ id: 'producer' }, { id: 'loop' }, { id: 'task' }, { id: 'control' }]
};
