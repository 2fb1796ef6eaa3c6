/** One line of a source file. */
export interface SourceLine {
	/** In its file, from 1. */
	readonly number: number;
	readonly text: string;
}

/** A method or function, with the comment above it. */
export interface Part {
	readonly name: string;
	readonly lines: readonly SourceLine[];
}

/** A place at which a process can be parked. */
export interface Wait {
	/** Of the file, from 1. */
	readonly line: number;
	/** Method and ordinal, for example "task/2". */
	readonly name: string;
}

/** A source file as far as the panel must understand it. */
export interface Source {
	readonly lines: readonly SourceLine[];
	/** In the order of the file. */
	readonly parts: readonly Part[];
	readonly waits: readonly Wait[];
	/** What the file says of how it simplifies, from "Simplified:" on; empty if it says nothing. */
	readonly note: string;
}

/** The lines of a text, numbered from 1, without the line end that closes it. Pure. */
export function linesOf(text: string): SourceLine[] {
	return text
		.trimEnd()
		.split('\n')
		.map((line, index) => ({ number: index + 1, text: line }));
}
