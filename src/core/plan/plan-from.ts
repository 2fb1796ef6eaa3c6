import type { StrategyPlan, StrategyShape, StrategyWords } from './plan';

/**
 * Shape and words of a strategy together. Pure.
 * @throws {RangeError} if something in the shape has no words.
 */
export function planFrom(shape: StrategyShape, words: StrategyWords): StrategyPlan {
	return {
		...words,
		...shape,
		stations: named(shape.stations, words.stations),
		exits: named(shape.exits, words.exits),
		signals: named(shape.signals, words.signals),
		roles: named(shape.roles, words.roles),
		mistakes: Object.entries(words.mistakes).map(([key, said]) => ({ key, ...said }))
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
