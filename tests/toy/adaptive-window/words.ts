import type { StrategyWords } from '../../../src/core/plan/plan';

export const words: StrategyWords = {
	name: 'Adaptive window',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: '{here} waiting here' },
		inbox: {
			name: 'Inbox, {limit} slots',
			number: '{here} of {limit}',
			consequence: 'twice the window',
			levels: [{ key: 'lagLimit', word: 'grow' }]
		},
		window: {
			name: 'Window, {limit} tasks',
			number: '{here} of {limit} in flight',
			consequence: 'by {consumer.workers} workers',
			states: { shut: { word: 'window shut', sentence: 'The window is shut' } }
		},
		done: { name: 'Done', number: '{counts.completed}', consequence: '' }
	},
	exits: { dropped: { word: 'too old', count: 'counts.dropped' } },
	signals: {
		full: { word: 'room for {limit}', sentence: 'a full inbox of {limit} makes the source wait' }
	},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		loop: { one: 'loop', many: 'loops' },
		task: { one: 'task', many: 'tasks' },
		control: { one: 'controller', many: 'controllers' }
	},
	mistakes: {},
	silence: 'nothing travels upstream',
	queue: 'in the inbox',
	knobs: [],
	readings: ['rates.throughput', 'now.batch', 'now.outstanding', 'counts.dropped']
};
