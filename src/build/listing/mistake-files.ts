import { existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';

/** No file of a strategy has so many lines. */
export const LINES_A_FILE = 1000;

/**
 * The mistakes of a strategy, by the files in its folder of them, in the order of the alphabet;
 * none if it has no such folder.
 */
export function mistakesIn(folder: string): readonly string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith('.ts'))
		.map((file) => parse(file).name)
		.sort();
}

/**
 * What is added to the lines of the file of a mistake, so that a recorded number names a line of one
 * file: line l of mistake number n, from 1, is recorded as n × `LINES_A_FILE` + l. Pure.
 */
export function lineOffset(mistake: string, mistakes: readonly string[]): number {
	return LINES_A_FILE * (1 + mistakes.indexOf(mistake));
}
