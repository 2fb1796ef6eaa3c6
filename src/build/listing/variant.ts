import type { Change, Language, Replacement, Row } from '../../listing/listing.ts';
import { highlight } from './highlight.ts';
import { lineDiff } from './line-diff.ts';
import type { Part, Source, Wait } from './source.ts';

/** A row before its code is highlighted. */
interface Line {
	readonly change: Change;
	/** The code as it is shown. */
	readonly text: string;
	/** For a removed line, its row in the listing as it should be. */
	readonly before: number;
	/** Its number in the file of the mistake; 0 for a removed line. */
	readonly number: number;
}

/** How a mistake changes a listing: for each part that it writes in another way, the rows. */
export async function replacementsOf(
	right: Source,
	rightRows: readonly Row[],
	wrong: Source,
	language: Language
): Promise<readonly Replacement[]> {
	// The whole text as the mistake has it: code is told apart by what stands around it.
	const text: string[] = [];
	const changed: { part: string; first: number; end: number; lines: Line[]; at: number }[] = [];
	let copied = 0;
	for (const { part, first, end } of placed(right, wrong)) {
		text.push(...right.lines.slice(copied, first).map((line) => line.text));
		copied = end;
		const lines = linesFrom(right, first, end, part);
		changed.push({ part: part.name, first, end, lines, at: text.length });
		text.push(...lines.filter(({ change }) => change !== 'removed').map((line) => line.text));
	}
	text.push(...right.lines.slice(copied).map((line) => line.text));
	const tokens = await highlight(text, language);
	return changed
		.filter(({ lines }) => lines.some(({ change }) => change !== 'shared'))
		.map(({ part, first, end, lines, at }) => {
			let next = at;
			const rows = lines.map(({ change, before, number }): Row => {
				const isGone = change === 'removed';
				return {
					tokens: (isGone ? rightRows[before]?.tokens : tokens[next++]) ?? [],
					change,
					waits: isGone ? [] : waitsOn(wrong.waits, number)
				};
			});
			return { part, first, end, rows };
		});
}

/** Each part of the mistake with the rows that it replaces, in the order of the listing. */
function placed(right: Source, wrong: Source) {
	const lastPart = right.parts.at(-1)?.lines.at(-1)?.number ?? 0;
	return wrong.parts
		.map((part) => {
			const old = right.parts.find(({ name }) => name === part.name)?.lines ?? [];
			// What the listing does not have at all stands below all that it has.
			const first = (old[0]?.number ?? lastPart + 1) - 1;
			return { part, first, end: first + old.length };
		})
		.sort((one, other) => one.first - other.first);
}

/** What was in the rows from `first` up to `end`, and what the part has there now. */
function linesFrom(right: Source, first: number, end: number, part: Part): Line[] {
	const old = right.lines.slice(first, end).map(({ text }) => text);
	const now = reindented(part, old);
	return lineDiff(old, now, sameness).map(({ before, after }): Line => {
		const was = before === null ? '' : (old[before] ?? '');
		if (after === null) return { change: 'removed', text: was, before: first + before, number: 0 };
		const is = now[after] ?? '';
		const number = part.lines[after]?.number ?? 0;
		if (before === null) return { change: 'added', text: is, before: 0, number };
		// What both have is shown as it should be written, at the depth at which it stands now.
		return { change: 'shared', text: indentOf(is) + was.trimStart(), before: 0, number };
	});
}

/** Lines are the same at another depth too, and where one of them overrides; better if they are equal. */
function sameness(before: string, after: string): number {
	if (before === after) return 3;
	return wordsOf(before) === wordsOf(after) ? 2 : 0;
}

function wordsOf(line: string): string {
	return line.trim().replace(/^override /, '');
}

/** The lines of a part at the depth of what they replace. */
function reindented({ lines }: Part, old: readonly string[]): string[] {
	const depth = indentOf(old.at(-1) ?? '\t');
	const own = indentOf(lines.at(-1)?.text ?? '');
	return lines.map(({ text }) => {
		if (text === '') return text;
		return depth + (text.startsWith(own) ? text.slice(own.length) : text.replace(/^\t+/, ''));
	});
}

function indentOf(line: string): string {
	return /^\t*/.exec(line)?.[0] ?? '';
}

/** The names of the waits in a line. */
export function waitsOn(waits: readonly Wait[], line: number): string[] {
	return waits.filter((wait) => wait.line === line).map(({ name }) => name);
}
