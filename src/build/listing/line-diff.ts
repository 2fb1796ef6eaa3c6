/** One line of a difference: where it stands before and after; null where it does not. */
export type DiffLine =
	| { readonly before: number; readonly after: number }
	| { readonly before: number; readonly after: null }
	| { readonly before: null; readonly after: number };

/**
 * How much two lines are the same: 0 for not at all. Of all ways to pair lines in order, the
 * difference takes the one with the greatest sum.
 */
type Sameness = (before: string, after: string) => number;

/**
 * The difference of two texts, line by line, as indices from 0, what is gone before what is new.
 * Where several are equally good, lines are paired as early as possible. Quadratic: for methods, not
 * for files. Pure.
 */
export function lineDiff(
	before: readonly string[],
	after: readonly string[],
	sameness: Sameness
): DiffLine[] {
	const best = bestSums(before, after, sameness);
	const sum = (i: number, j: number) => best[i]?.[j] ?? 0;
	const lines: DiffLine[] = [];
	let [i, j] = [0, 0];
	while (i < before.length || j < after.length) {
		const same = sameness(before[i] ?? '', after[j] ?? '');
		if (i === before.length) lines.push({ before: null, after: j++ });
		else if (j === after.length) lines.push({ before: i++, after: null });
		else if (same > 0 && sum(i, j) === same + sum(i + 1, j + 1)) {
			lines.push({ before: i++, after: j++ });
		} else if (sum(i, j) === sum(i + 1, j)) lines.push({ before: i++, after: null });
		else lines.push({ before: null, after: j++ });
	}
	return lines;
}

/** At [i][j] the greatest sum for the lines from i and from j on. */
function bestSums(
	before: readonly string[],
	after: readonly string[],
	sameness: Sameness
): readonly (readonly number[])[] {
	const sums: number[][] = [];
	for (let i = before.length - 1; i >= 0; i--) {
		const row: number[] = [];
		const below = sums[i + 1] ?? [];
		for (let j = after.length - 1; j >= 0; j--) {
			const same = sameness(before[i] ?? '', after[j] ?? '');
			const paired = same > 0 ? same + (below[j + 1] ?? 0) : 0;
			row[j] = Math.max(paired, below[j] ?? 0, row[j + 1] ?? 0);
		}
		sums[i] = row;
	}
	return sums;
}
