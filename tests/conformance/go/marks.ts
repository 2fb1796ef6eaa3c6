import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { lineOffset, mistakesIn } from '../../../src/build/listing/mistake-files';
import { readStrategy, readVariant } from '../../../src/build/listing/typescript-source';
import type { MistakeKey, StrategyId } from '../../../src/core/scenario/scenario';

const strategies = resolve(import.meta.dirname, '../../../src/core/strategies');
const listings = resolve(import.meta.dirname, '../../../src/listing/go');

/** The places at which a process of a file can be parked, by name ("task/2"), with their lines. */
export type Marks = ReadonlyMap<string, number>;

/** The places in the TypeScript of a strategy. */
export function marksOfStrategy(strategy: StrategyId): Marks {
	return marksFrom(readStrategy(read(strategies, `${strategy}/${strategy}.ts`)).waits);
}

/** The places in the TypeScript of a mistake. */
export function marksOfMistake(strategy: StrategyId, mistake: MistakeKey): Marks {
	const right = read(strategies, `${strategy}/${strategy}.ts`);
	return marksFrom(
		readVariant(read(strategies, `${strategy}/mistakes/${mistake}.ts`), right).waits
	);
}

/** The names that a Go listing marks, in the order of the file. */
export function marksInGo(file: string): string[] {
	const code = read(listings, file);
	return Array.from(code.matchAll(/\/\/ parks: (\w+\/\d+)$/gm), ([, name = '']) => name);
}

/** The place of each recorded line of a strategy and of its mistakes. */
export function placesByLine(strategy: StrategyId): ReadonlyMap<number, string> {
	const places = new Map<number, string>();
	const add = (marks: Marks, offset: number): void => {
		for (const [name, line] of marks) places.set(offset + line, name);
	};
	add(marksOfStrategy(strategy), 0);
	const mistakes = mistakesIn(resolve(strategies, strategy, 'mistakes'));
	for (const mistake of mistakes) {
		add(marksOfMistake(strategy, mistake), lineOffset(mistake, mistakes));
	}
	return places;
}

function marksFrom(waits: readonly { readonly name: string; readonly line: number }[]): Marks {
	return new Map(waits.map(({ name, line }) => [name, line]));
}

function read(folder: string, file: string): string {
	return readFileSync(resolve(folder, file), 'utf8');
}
