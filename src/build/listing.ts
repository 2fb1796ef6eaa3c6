import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeToTokens, type ThemeRegistration } from 'shiki';
import type { Plugin } from 'vite';
import type { Listing, TokenKind } from '../listing/listing.ts';

const SUFFIX = '?listing';

// A theme whose colors are names: what comes out says what a piece of code is, not how it looks.
const KINDS: Readonly<Record<string, TokenKind>> = {
	'#000001': 'keyword',
	'#000002': 'string',
	'#000003': 'comment'
};

const THEME: ThemeRegistration = {
	name: 'kinds',
	type: 'light',
	fg: '#000000',
	bg: '#ffffff',
	settings: [
		{ scope: ['keyword', 'storage'], settings: { foreground: '#000001' } },
		{ scope: ['keyword.operator'], settings: { foreground: '#000000' } },
		{ scope: ['keyword.generator'], settings: { foreground: '#000001' } },
		{ scope: ['string'], settings: { foreground: '#000002' } },
		{ scope: ['comment'], settings: { foreground: '#000003' } }
	]
};

/**
 * Lets a page import a source file as it is read: `import listing from './file.ts?listing'`. The
 * file is taken apart when the page is built, so that no highlighter is sent along.
 */
export function listings(): Plugin {
	return {
		name: 'listings',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(SUFFIX)) return null;
			const path = id.slice(0, -SUFFIX.length);
			this.addWatchFile(path);
			const listing = await listingOf(basename(path), await readFile(path, 'utf8'));
			return `export default ${JSON.stringify(listing)}`;
		}
	};
}

/** Takes a TypeScript file apart into lines and tokens. Pure. */
export async function listingOf(file: string, code: string): Promise<Listing> {
	const { tokens } = await codeToTokens(code.trimEnd(), { lang: 'typescript', theme: THEME });
	const lines = tokens.map((line) =>
		line.map(({ content, color }) => ({
			text: content,
			kind: KINDS[color?.toLowerCase() ?? ''] ?? 'plain'
		}))
	);
	return { file, lines };
}
