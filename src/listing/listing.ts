import type { MistakeKey } from '../core/scenario/scenario';

/** What a piece of code is, as far as the panel sets it apart. */
export type TokenKind = 'plain' | 'keyword' | 'string' | 'comment';

export interface Token {
	readonly text: string;
	readonly kind: TokenKind;
}

/** Whether a line is there with and without a mistake, only without it, or only with it. */
export type Change = 'shared' | 'removed' | 'added';

/** One line of code. The texts of its tokens, joined, are the line. */
export interface Row {
	readonly tokens: readonly Token[];
	readonly change: Change;
	/**
	 * The waits in this line, by name: "task/2" is the second `yield*` of the method `task`. Both
	 * languages use the same names.
	 */
	readonly waits: readonly string[];
}

/** What stands in place of one method or function when a mistake is on. */
export interface Replacement {
	/** The name of the method or function. */
	readonly part: string;
	/** The rows it takes the place of, from `first` up to, not including, `end`; counted from 0. */
	readonly first: number;
	readonly end: number;
	/** What was there and what is there now, line by line. */
	readonly rows: readonly Row[];
}

/** A source file, line by line, and how each mistake changes it. */
export interface Listing {
	readonly file: string;
	/** What the file says of how it simplifies, from "Simplified:" on; empty if it says nothing. */
	readonly note: string;
	/** The row, from 0, at which the first method begins in which a process waits. */
	readonly firstProcess: number;
	readonly rows: readonly Row[];
	readonly variants: Readonly<Record<MistakeKey, readonly Replacement[]>>;
}

/** The languages in which a strategy can be read. */
export type Language = 'typescript' | 'go';

/** The code of one strategy: what runs, and the same in Go. */
export interface StrategyListing {
	readonly typescript: Listing;
	readonly go: Listing;
	/**
	 * The names of the waits in a line, by the number that the running code records for it: its line
	 * in the strategy's own file, and so much more in the file of a mistake that all differ.
	 */
	readonly waits: Readonly<Record<number, readonly string[]>>;
}
