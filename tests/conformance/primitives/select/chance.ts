import { expect } from 'vitest';
import { receiving, sending } from '../../../../src/core/primitives/channel-cases';
import type { Rule } from '../../rule';
import { KEY, type MakeSelect, SelectLab } from './rules';

/** Which of so many cases, all ready, a select chose again and again. */
function indexesOf(make: MakeSelect, ways: number, trials: number): number[] {
	const lab = new SelectLab(make);
	const cases = Array.from({ length: ways }, () => receiving(lab.closed()));
	return Array.from({ length: trials }, () => lab.select.tryOne(...cases)?.index ?? -1);
}

/** How often each case was chosen. */
function countChoices(indexes: readonly number[]): number[] {
	const counts: number[] = [];
	for (const index of indexes) counts[index] = (counts[index] ?? 0) + 1;
	return counts;
}

/** Four standard deviations of a count of n trials with the given chance. */
function fourDeviations(n: number, chance: number): number {
	return 4 * Math.sqrt(n * chance * (1 - chance));
}

/** What Go says of chance, which decides where several cases of a select are ready. */
export const SELECT_CHANCE: readonly Rule<MakeSelect>[] = [
	{
		name: 'C11 of several cases that are ready chance takes one, each as likely as the others',
		check(make) {
			const counts = countChoices(indexesOf(make, 2, 100_000));
			expect(Math.abs((counts[0] ?? 0) - 50_000)).toBeLessThan(fourDeviations(100_000, 1 / 2));
			for (const ways of [3, 5]) {
				for (const count of countChoices(indexesOf(make, ways, 20_000))) {
					const off = Math.abs(count - 20_000 / ways);
					expect(off).toBeLessThan(fourDeviations(20_000, 1 / ways));
				}
			}
		}
	},
	{
		name: 'C11 one choice says nothing about the next',
		check(make) {
			const n = 20_000;
			const indexes = indexesOf(make, 2, n + 1);
			const repeats = indexes.filter((index, k) => k > 0 && index === indexes[k - 1]).length;
			expect(Math.abs(repeats - n / 2)).toBeLessThan(fourDeviations(n, 1 / 2));
		}
	},
	{
		name: 'C11 chance also decides between two cases that wait for the same receiver',
		check(make) {
			const n = 2000;
			const lab = new SelectLab(make);
			const c = lab.channel(0);
			lab.go(0, function* () {
				for (let k = 0; k < n; k++) yield* lab.select.one(sending(c, 0), sending(c, 1));
			});
			lab.go(1, function* () {
				for (let k = 0; k < n; k++) {
					lab.note(String(yield* c.receive()));
					yield* lab.simulation.sleep(1);
				}
			});
			const [, ones] = countChoices(lab.run().said.map(Number));
			expect(Math.abs((ones ?? 0) - n / 2)).toBeLessThan(fourDeviations(n, 1 / 2));
		}
	},
	{
		name: 'C11 the choices of a select are the same whatever else happens, and are logged',
		check(make) {
			const choices = (number: number, disturb: boolean) => {
				const lab = new SelectLab(make, number);
				const other = make(lab.simulation, KEY, 99, null);
				const channels = [lab.closed(), lab.closed(), lab.closed()];
				for (let n = 0; n < 50; n++) {
					if (disturb) other.tryOne(...channels.map(receiving));
					lab.select.tryOne(...channels.map(receiving));
				}
				return lab.choices;
			};
			expect(choices(1, true)).toEqual(choices(1, false));
			expect(choices(1, false)).not.toEqual(choices(2, false));
			expect(choices(1, false).every(([, ready]) => ready === 3)).toBe(true);
			expect(choices(1, false)).toHaveLength(50);
		}
	}
];
