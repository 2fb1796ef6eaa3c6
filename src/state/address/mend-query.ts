import { PARAMETERS } from '../../core/scenario/parameters';

/** What is at the end of a value only because somebody wrote the link into a sentence or a page. */
const STRAY_END = /[.,;)>"'\u201D\u2019]+$/;

/** One decimal number with a comma in place of its point. Of three digits it could mean thousands. */
const DECIMAL_COMMA = /^(-?\d+),(\d{1,2}|\d{4,})$/;

/** Keys whose value is one number, so that a comma in it separates nothing. */
const NUMBERS: ReadonlySet<string> = new Set([
	't',
	'speed',
	...PARAMETERS.filter(({ kind }) => kind === 'number' || kind === 'integer').map(
		({ address }) => address
	)
]);

/** The fields of a query, and what was wrong with it for sure. */
export interface MendedQuery {
	readonly fields: URLSearchParams;
	/** The keys of those fields that would have been something else. */
	readonly mended: readonly string[];
}

/**
 * Reads a query that may have been damaged on its way: encoded once more as a whole, with `&amp;` for
 * `&`, with what followed it in a sentence, with a decimal comma. Only what can have meant nothing else
 * is put right. Pure.
 */
export function mendQuery(query: string): MendedQuery {
	const found = new URLSearchParams(query);
	const decoded = decodedOnce(query.replace(/^\?/, ''));
	const fields = new URLSearchParams();
	for (const [key, text] of new URLSearchParams(decoded.replace(/&(?:amp;)+/gi, '&'))) {
		// The first of several values counts, as it does where nothing is mended.
		if (!fields.has(key)) fields.set(key, mendedValue(key, text));
	}
	const mended = [...fields.keys()].filter((key) => found.get(key) !== fields.get(key));
	return { fields, mended };
}

/** Undoes a second encoding: then there is no plain `=` in it, but an encoded one. */
function decodedOnce(query: string): string {
	if (query.includes('=') || !/%3d/i.test(query)) return query;
	try {
		return decodeURIComponent(query);
	} catch {
		return query;
	}
}

function mendedValue(key: string, text: string): string {
	const value = text.replace(STRAY_END, '');
	return NUMBERS.has(key) ? value.replace(DECIMAL_COMMA, '$1.$2') : value;
}
