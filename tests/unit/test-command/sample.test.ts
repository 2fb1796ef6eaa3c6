import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampled } from '../../setup/sample';

const SEED = 20_261_128;

/** Things of up to five kinds, each with a number of its own. */
const things = fc
	.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40, size: 'max' })
	.map((kinds) => kinds.map((kind, number) => ({ kind, number })));

const kindOf = ({ kind }: { kind: string }) => kind;

describe('a sample', () => {
	it('has some of each kind, as many as are asked for, in their order', () => {
		fc.assert(
			fc.property(things, fc.nat({ max: 50 }), (all, size) => {
				const some = sampled(all, size, kindOf, false);
				const kinds = new Set(all.map(kindOf));
				expect(new Set(some.map(kindOf))).toEqual(kinds);
				expect(some).toHaveLength(Math.min(all.length, Math.max(size, kinds.size)));
				expect(all.filter((item) => some.includes(item))).toEqual(some);
			}),
			{ seed: SEED }
		);
	});

	it('has no kind twice more often than another that could have had more', () => {
		fc.assert(
			fc.property(things, fc.nat({ max: 50 }), (all, size) => {
				const some = sampled(all, size, kindOf, false);
				const countOf = (list: typeof all, kind: string) =>
					list.filter((item) => item.kind === kind).length;
				for (const { kind } of all) {
					const share = countOf([...some], kind);
					if (share === countOf(all, kind)) continue;
					for (const other of all) expect(countOf([...some], other.kind)).toBeLessThan(share + 2);
				}
			}),
			{ seed: SEED }
		);
	});

	it('leaves no part of the list out', () => {
		const numbers = Array.from({ length: 12 }, (_, number) => number);
		expect(sampled(numbers, 3, () => '', false)).toEqual([1, 5, 9]);
		expect(sampled(numbers, 4, () => '', false)).toEqual([1, 4, 7, 10]);
		expect(sampled(numbers, 1, () => '', false)).toEqual([5]);
	});

	it('is everything when everything is to be tested', () => {
		expect(sampled([1, 2, 3], 1, () => '', true)).toEqual([1, 2, 3]);
	});
});
