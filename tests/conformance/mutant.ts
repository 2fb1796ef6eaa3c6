/**
 * A bug that people write, planted in the code that runs: a piece of one of our files, and what
 * stands there instead.
 */
export interface Mutant {
	/** What is wrong, in plain words: the end of a sentence about the thing. */
	readonly bug: string;
	/** The path below `src`. */
	readonly file: string;
	/** A piece of the text of the file, which occurs there exactly once. */
	readonly text: string;
	readonly instead: string;
	/** The beginning of the name of the rule that finds it, or of each that does. */
	readonly killedBy: string | readonly string[];
}

/** The bugs of one thing, and the rules that must find them. */
export interface MutantCatalogue {
	/** Tells it from all others; letters and hyphens. */
	readonly name: string;
	/** The path, below `tests/conformance`, of a module whose `suite` is the rules. */
	readonly suite: string;
	readonly mutants: readonly Mutant[];
}

/** What the address of each module ends with that leads to the `index`-th mutant. */
export function queryOf({ name }: MutantCatalogue, index: number): string {
	return `?mutant=${name}-${index}`;
}

/**
 * The text of the mutant's file with the bug in it. Pure.
 * @throws {Error} if the piece to be replaced does not occur exactly once.
 */
export function planted(source: string, { bug, file, text, instead }: Mutant): string {
	const count = source.split(text).length - 1;
	if (count === 1) return source.replace(text, () => instead);
	throw new Error(
		`the source moved on: "${bug}" cannot be planted in src/${file}, which has this ${count} times:\n${text}`
	);
}
