import { isWhole } from './whole.mjs';

/**
 * Some of many things that are tested alike, or all of them with `FULL=1`. A fair sample, the same
 * each time: every kind has its turn before one has another, and of a kind those are taken that lie
 * evenly in the list, so that nobody has picked the easy ones. In the order of the list. Pure.
 * @param size how many, at most as many as there are and at least one of each kind
 * @param kindOf what must not be missing; by default all are of one kind
 */
export function sampled<Item>(
	items: readonly Item[],
	size: number,
	kindOf: (item: Item) => string = () => '',
	whole = isWhole
): readonly Item[] {
	if (whole) return items;
	const kinds = new Map<string, Item[]>();
	for (const item of items) {
		const kind = kinds.get(kindOf(item));
		if (kind === undefined) kinds.set(kindOf(item), [item]);
		else kind.push(item);
	}
	const shares = shareOut(
		size,
		Array.from(kinds.values(), ({ length }) => length)
	);
	const chosen = new Set([...kinds.values()].flatMap((kind, at) => spread(kind, shares[at] ?? 0)));
	return items.filter((item) => chosen.has(item));
}

/** How often a property is tried: a fifth of it, or as often as said with `FULL=1`. */
export function sampledRuns(runs: number): number {
	return isWhole ? runs : Math.ceil(runs / 5);
}

/** Gives to each in turn, as long as there is something to give and they can take it. */
function shareOut(size: number, sizes: readonly number[]): number[] {
	const shares = sizes.map(() => 1);
	let left = size - shares.length;
	while (left > 0) {
		const open = sizes.flatMap((most, at) => ((shares[at] ?? 0) < most ? [at] : []));
		if (open.length === 0) break;
		for (const at of open.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
		left -= open.length;
	}
	return shares;
}

/** So many of a list, in the middles of as many equal stretches of it. */
function spread<Item>(items: readonly Item[], share: number): Item[] {
	return items.filter((_, at) => {
		const stretch = (index: number) => Math.floor((index * share) / items.length + 0.5);
		return stretch(at + 1) > stretch(at);
	});
}
