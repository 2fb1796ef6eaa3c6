import { readFileSync } from 'node:fs';

/** A color for each ground: `[on paper, on dark ground]`. */
export type Pair = readonly [string, string];

/** The custom properties of one block of the token file, by name without the dashes. */
export type Tokens = ReadonlyMap<string, string>;

const FILE = new URL('../../../src/design/tokens.css', import.meta.url);
const SOURCE = readFileSync(FILE, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

/**
 * The declarations of the block whose selector (with the media query around it, if any) is written
 * exactly so.
 *
 * @throws {Error} if the file has no such block.
 */
export function readBlock(selector: string, media?: string): Tokens {
	const inside = media === undefined ? SOURCE : bodyOf(SOURCE, `@media ${media}`);
	const declarations = bodyOf(inside, selector).matchAll(/--([\w-]+):\s*([^;]+);/g);
	return new Map(Array.from(declarations, ([, name = '', value = '']) => [name, value.trim()]));
}

/** What stands between the braces after a heading, nested braces included. */
function bodyOf(css: string, heading: string): string {
	const flat = css.replace(/\s+/g, ' ');
	const start = flat.indexOf(`${heading} {`);
	if (start < 0) throw new Error(`tokens.css has no block "${heading}"`);
	const open = flat.indexOf('{', start);
	let depth = 1;
	let end = open + 1;
	for (; depth > 0; end += 1) {
		if (flat[end] === '{') depth += 1;
		if (flat[end] === '}') depth -= 1;
	}
	return flat.slice(open + 1, end - 1);
}

/**
 * A color token on both grounds; a single color stands for both.
 *
 * @throws {Error} if the block has no such token, or it is no hexadecimal color.
 */
export function colors(tokens: Tokens, name: string): Pair {
	const found = (tokens.get(name) ?? '').match(/#[0-9a-f]{6}/g) ?? [];
	const [light, dark = light] = found;
	if (light === undefined || dark === undefined) throw new Error(`--${name} is no color`);
	return [light, dark];
}
