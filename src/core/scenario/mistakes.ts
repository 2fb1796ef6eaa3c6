import type { StrategyId } from './scenario';

/** The mistakes that can be switched on, each with the strategy in which people make it. */
export const MISTAKES = {
	'truncating-refill': 'producer-throttling',
	'ignores-demand': 'reactive-streams',
	'unbounded-request': 'reactive-streams',
	'forgets-request': 'reactive-streams',
	'leaks-permits': 'bounded-concurrency',
	'spawns-without-limit': 'bounded-concurrency',
	'stale-lag': 'producer-throttling',
	'retry-at-once': 'producer-throttling',
	'oversized-buffer': 'small-buffers'
} as const satisfies Record<string, StrategyId>;

export type MistakeKey = keyof typeof MISTAKES;

/** All mistakes, in the order of the contract. */
export const MISTAKE_KEYS = Object.keys(MISTAKES) as readonly MistakeKey[];

/**
 * No file of a strategy has so many lines. Line l of the file of mistake number n, from 1, is
 * recorded as n × this + l.
 */
export const VARIANT_LINES = 1000;

/** The mistakes that people make in a strategy. */
export function mistakesOf(strategy: StrategyId): readonly MistakeKey[] {
	return MISTAKE_KEYS.filter((key) => MISTAKES[key] === strategy);
}
