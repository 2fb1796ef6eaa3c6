/** What a piece of code is, as far as the panel sets it apart. */
export type TokenKind = 'plain' | 'keyword' | 'string' | 'comment';

export interface Token {
	readonly text: string;
	readonly kind: TokenKind;
}

/** A source file, line by line. The texts of a line, joined, are the line; the lines are the file. */
export interface Listing {
	readonly file: string;
	readonly lines: readonly (readonly Token[])[];
}
