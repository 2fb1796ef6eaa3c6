/**
 * Moves labels apart so that each has `gap` pixels to the next, as little as needed, in the order
 * in which they are. All stay between `lowest` and `highest` if there is room for all of them.
 *
 * @param wanted where each label would like to be
 * @returns where each goes, in the order of `wanted`
 */
export function spreadLabels(
	wanted: readonly number[],
	gap: number,
	lowest: number,
	highest: number
): readonly number[] {
	const order = wanted.map((_, index) => index);
	// Equal places keep the order of the lines, so that labels never swap from one reply to the next.
	order.sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
	const places = [...wanted];
	let free = lowest;
	for (const index of order) {
		places[index] = Math.max(wanted[index] ?? 0, free);
		free = (places[index] ?? 0) + gap;
	}
	let limit = highest;
	for (const index of order.reverse()) {
		places[index] = Math.min(places[index] ?? 0, limit);
		limit = (places[index] ?? 0) - gap;
	}
	return places;
}
