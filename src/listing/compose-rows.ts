import type { MistakeKey } from '../core/scenario/scenario';
import type { Listing, Replacement, Row } from './listing';

/**
 * The rows of a listing with mistakes in it, what is removed included. Where two mistakes write the
 * same method, the later one overrides the earlier, as their classes do. Pure.
 */
export function composeRows(listing: Listing, mistakes: readonly MistakeKey[]): readonly Row[] {
	const byPart = new Map<string, Replacement>();
	for (const mistake of mistakes) {
		for (const replacement of listing.variants[mistake] ?? []) {
			byPart.set(replacement.part, replacement);
		}
	}
	const rows: Row[] = [];
	let copied = 0;
	for (const { first, end, rows: written } of inOrder(byPart.values())) {
		rows.push(...listing.rows.slice(copied, first), ...written);
		copied = end;
	}
	return [...rows, ...listing.rows.slice(copied)];
}

function inOrder(replacements: Iterable<Replacement>): Replacement[] {
	return [...replacements].sort((one, other) => one.first - other.first);
}
