// In a formatted file a function begins at the margin and ends with the first brace there.
const FUNCTION = /(?:^\/\/ .*\n)*^func (\(\w+ \*?\w+\) )?(\w+)\([\s\S]*?^}\n/gm;

/**
 * A Go file without the functions that a variant has in its place. What is taken out leaves empty
 * lines behind, so that the others stay where they are. Pure.
 * @param {string} right
 * @param {string} variant
 * @returns {string}
 * @throws {Error} if the variant has a function that is not there to be replaced.
 */
export function withVariant(right, variant) {
	const replaced = new Set(Array.from(variant.matchAll(FUNCTION), ([, , name]) => name));
	const trimmed = right.replaceAll(FUNCTION, (text, _receiver, name) =>
		replaced.delete(name) ? text.replaceAll(/.+/g, '') : text
	);
	if (replaced.size > 0) throw new Error(`nothing to replace: ${[...replaced].join(', ')}`);
	return trimmed;
}
