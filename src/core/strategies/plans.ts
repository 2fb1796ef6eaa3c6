import { mistakesOf } from '../scenario/mistakes';
import type { StrategyId } from '../scenario/scenario';
import { shape as boundedConcurrencyShape } from './bounded-concurrency.shape';
import { words as boundedConcurrencyWords } from './bounded-concurrency.words';
import { shape as noBackpressureShape } from './no-backpressure.shape';
import { words as noBackpressureWords } from './no-backpressure.words';
import type { StrategyPlan, StrategyShape, StrategyWords } from './plan';
import { shape as smallBuffersShape } from './small-buffers.shape';
import { words as smallBuffersWords } from './small-buffers.words';

/** The plans of the strategies that are built, in the order of the pages. */
export const PLANS: readonly StrategyPlan[] = [
	planFrom(noBackpressureShape, noBackpressureWords),
	planFrom(boundedConcurrencyShape, boundedConcurrencyWords),
	planFrom(smallBuffersShape, smallBuffersWords)
];

/**
 * The plan of a strategy.
 * @throws {RangeError} if the strategy is not built yet.
 */
export function planOf(id: StrategyId): StrategyPlan {
	const plan = PLANS.find((candidate) => candidate.id === id);
	if (plan === undefined) throw new RangeError(`strategy ${id} is not built yet`);
	return plan;
}

/** @throws {RangeError} if something in the shape has no words. */
function planFrom(shape: StrategyShape, words: StrategyWords): StrategyPlan {
	return {
		...words,
		...shape,
		stations: named(shape.stations, words.stations),
		exits: named(shape.exits, words.exits),
		signals: named(shape.signals, words.signals),
		roles: named(shape.roles, words.roles),
		mistakes: mistakesOf(shape.id).flatMap((key) => {
			const said = words.mistakes[key];
			return said === undefined ? [] : [{ key, ...said }];
		})
	};
}

function named<Thing extends { readonly id: string }, Said>(
	things: readonly Thing[],
	words: Readonly<Record<string, Said>>
): readonly (Thing & Said)[] {
	return things.map((thing) => {
		const said = words[thing.id];
		if (said === undefined) throw new RangeError(`there are no words for ${thing.id}`);
		return { ...thing, ...said };
	});
}
