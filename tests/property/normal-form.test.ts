import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { simulate } from '../../src/headless/simulate';

const SEED = 20_261_128;

/** Every order of a list. */
function orders<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
	if (list.length < 2) return [list];
	return list.flatMap((first, index) =>
		orders(list.toSpliced(index, 1)).map((rest) => [first, ...rest])
	);
}

/** Every subset of a list, the empty one included. */
function subsets<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
	const [first, ...rest] = list;
	if (first === undefined) return [[]];
	return subsets(rest).flatMap((subset) => [subset, [first, ...subset]]);
}

/** The same JSON with the keys of all its objects in the order that `rank` gives them. */
function reordered(value: unknown, rank: (key: string) => number): unknown {
	if (Array.isArray(value)) return value.map((item) => reordered(item, rank));
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => rank(one) - rank(other));
	return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner, rank)]));
}

describe.each(STRATEGIES.ids)('%s: what means the same is the same scenario', (strategy) => {
	const [preset] = STRATEGIES.presetsOf(strategy);
	const short = { ...preset.scenario, duration: 2 };

	it.each(subsets(STRATEGIES.mistakesOf(strategy)).map((subset) => [subset]))(
		'in whatever order its mistakes are named: %j',
		(subset) => {
			const scenarios = orders(subset).map((mistakes) => parseScenario({ ...short, mistakes }));
			const [first] = scenarios;
			for (const scenario of scenarios) expect(scenario).toEqual(first);
			// The code puts them on in its own order too, also for one who does not parse.
			const digests = orders(subset).map((mistakes) => simulate({ ...short, mistakes }).eventHash);
			expect(new Set(digests).size).toBe(1);
		}
	);

	it('in whatever order its fields are written', () => {
		const written = JSON.stringify(parseScenario(short));
		fc.assert(
			fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (ranks) => {
				const keys = [...new Set(written.match(/[A-Za-z]+(?=":)/g))];
				const rank = (key: string) => ranks[keys.indexOf(key)] ?? 0;
				expect(JSON.stringify(parseScenario(reordered(short, rank)))).toBe(written);
			}),
			{ seed: SEED }
		);
	});
});
