import type { MistakeKey } from '../../core/scenario/scenario.ts';
import type { Language, Listing, Replacement, StrategyListing } from '../../listing/listing.ts';
import { readGo } from './go-source.ts';
import { highlight } from './highlight.ts';
import { lineOffset } from './mistake-files.ts';
import type { Source } from './source.ts';
import { readStrategy, readVariant } from './typescript-source.ts';
import { replacementsOf, waitsOn } from './variant.ts';

/** The code of a strategy in one language: as it should be, and what each mistake writes. */
export interface Code {
	readonly file: string;
	readonly right: string;
	/** In the order of the alphabet. */
	readonly wrong: Readonly<Record<MistakeKey, string>>;
}

/** The same, read. */
interface Sources {
	readonly file: string;
	readonly right: Source;
	readonly wrong: ReadonlyMap<MistakeKey, Source>;
}

/** Takes the code of a strategy apart for the panel. Pure. */
export async function strategyListing(typescript: Code, go: Code): Promise<StrategyListing> {
	const running: Sources = {
		file: typescript.file,
		right: readStrategy(typescript.right),
		wrong: eachRead(typescript, (code) => readVariant(code, typescript.right))
	};
	const inGo: Sources = { file: go.file, right: readGo(go.right), wrong: eachRead(go, readGo) };
	return {
		typescript: await listingOf(running, 'typescript'),
		go: await listingOf(inGo, 'go'),
		waits: recordedWaits(running)
	};
}

function eachRead({ wrong }: Code, read: (code: string) => Source): Map<MistakeKey, Source> {
	return new Map(Object.entries(wrong).map(([key, code]) => [key, read(code)]));
}

async function listingOf({ file, right, wrong }: Sources, language: Language): Promise<Listing> {
	const lines = right.lines.map(({ text }) => text);
	const tokens = await highlight(lines, language);
	const rows = tokens.map((line, index) => ({
		tokens: line,
		change: 'shared' as const,
		waits: waitsOn(right.waits, index + 1)
	}));
	const variants: Record<MistakeKey, readonly Replacement[]> = {};
	for (const [key, source] of wrong) {
		variants[key] = await replacementsOf(right, rows, source, language);
	}
	return { file, note: right.note, firstProcess: firstProcessIn(right), rows, variants };
}

/** The row, from 0, of the first part in which somebody can wait. */
function firstProcessIn({ parts, waits }: Source): number {
	const first = parts.find(({ lines }) => {
		return lines.some(({ number }) => waits.some(({ line }) => line === number));
	});
	return (first?.lines[0]?.number ?? 1) - 1;
}

/** The names of the waits by the numbers that the running code records. */
function recordedWaits({ right, wrong }: Sources): StrategyListing['waits'] {
	const names: Record<number, string[]> = {};
	const record = ({ waits }: Source, offset: number) => {
		for (const { line, name } of waits) {
			names[line + offset] = [...(names[line + offset] ?? []), name];
		}
	};
	record(right, 0);
	for (const [key, source] of wrong) {
		record(source, lineOffset(key, [...wrong.keys()]));
	}
	return names;
}
