import { linesOf, type Part, type Source, type SourceLine, type Wait } from './source.ts';

/** What a line says of the `yield*` that it stands for: `// parks: task/2`. */
const PARKS = /\s*\/\/ parks: ([\w/, ]+)$/;
const COMMENT = /^\/\/ ?/;
const DECLARATION = /^(?:func(?: \(\w+ \*?(\w+)\))?|type|const|var) (\w+|\()/;

/**
 * Takes a Go file apart that `gofmt` has formatted: a declaration begins in the first column and ends
 * with the next line that closes it there. The comments that say where a goroutine can be parked are
 * not shown. Pure.
 */
export function readGo(code: string): Source {
	const written = linesOf(code);
	const lines = written.map(({ number, text }) => ({ number, text: text.replace(PARKS, '') }));
	return {
		lines,
		parts: partsIn(lines),
		waits: written.flatMap(waitsIn),
		note: noteOf(lines)
	};
}

function waitsIn({ number, text }: SourceLine): Wait[] {
	const names = PARKS.exec(text)?.[1] ?? '';
	return names
		.split(/,\s*/)
		.filter((name) => name !== '')
		.map((name) => ({ line: number, name }));
}

/** What the comment above the package clause says of what is simplified. */
function noteOf(lines: readonly SourceLine[]): string {
	const end = lines.findIndex(({ text }) => text.startsWith('package '));
	const comment = lines.slice(0, Math.max(0, end)).map(({ text }) => text.replace(COMMENT, ''));
	const start = comment.findIndex((text) => text.startsWith('Simplified: '));
	return start < 0 ? '' : comment.slice(start).join(' ').trim();
}

function partsIn(lines: readonly SourceLine[]): Part[] {
	return lines.flatMap(({ text }, start) => {
		const found = DECLARATION.exec(text);
		if (found === null) return [];
		const [, receiver, name = ''] = found;
		const isOpen = /[({]$/.test(text);
		const end = isOpen
			? lines.findIndex((line, at) => at > start && /^[)}]/.test(line.text))
			: start;
		let first = start;
		while (COMMENT.test(lines[first - 1]?.text ?? '')) first--;
		return [
			{
				name: receiver === undefined ? name : `${receiver}.${name}`,
				lines: lines.slice(first, end + 1)
			}
		];
	});
}
