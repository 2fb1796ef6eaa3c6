import { codeToTokens, type ThemeRegistration } from 'shiki';
import type { Language, Token, TokenKind } from '../../listing/listing.ts';

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
		{ scope: ['keyword.operator', 'source.go storage.type'], settings: { foreground: '#000000' } },
		{ scope: ['keyword.generator'], settings: { foreground: '#000001' } },
		{ scope: ['string'], settings: { foreground: '#000002' } },
		{ scope: ['comment'], settings: { foreground: '#000003' } }
	]
};

/** The lines of a text as tokens, neighbors of one kind in one. Pure. */
export async function highlight(
	lines: readonly string[],
	language: Language
): Promise<readonly (readonly Token[])[]> {
	const { tokens } = await codeToTokens(lines.join('\n'), { lang: language, theme: THEME });
	return tokens.map((line) =>
		joined(
			line.map(({ content, color }) => ({
				text: content,
				kind: KINDS[color?.toLowerCase() ?? ''] ?? 'plain'
			}))
		)
	);
}

function joined(tokens: readonly Token[]): Token[] {
	const long: Token[] = [];
	for (const token of tokens) {
		const last = long.at(-1);
		if (last?.kind === token.kind)
			long[long.length - 1] = { ...last, text: last.text + token.text };
		else long.push(token);
	}
	return long;
}
