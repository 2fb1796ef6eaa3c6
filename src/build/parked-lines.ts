import { dirname } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { lineOffset, mistakesIn } from './listing/mistake-files.ts';

/** The file of a strategy, which has the name of its folder, or of a mistake in it. */
const STRATEGY = /\/src\/core\/strategies\/([^/]+)\/(?:mistakes\/([^/?.]+)|\1)\.ts$/;

/**
 * Lets the running code say where it waits: in the strategies, and only there, `yield* x` becomes
 * `yield* (at(12), x)`, where 12 is the line in the file that people read. Lines keep their
 * numbers, and `?raw` still delivers the file as it was written. The lines of a mistake's file have
 * numbers of their own.
 */
export function parkedLines(): Plugin {
	return {
		name: 'parked-lines',
		enforce: 'pre',
		transform(code, id) {
			const found = STRATEGY.exec(id);
			if (found === null) return null;
			const [, , mistake] = found;
			if (mistake === undefined) return { code: rewrite(code, '../../kernel'), map: null };
			const offset = lineOffset(mistake, mistakesIn(dirname(id)));
			return { code: rewrite(code, '../../../kernel', offset), map: null };
		}
	};
}

/**
 * The code with a recorded line at every `yield*`; unchanged if it has none. `kernel` is the way to
 * the kernel, and `offset` is added to each line. Pure.
 */
export function rewrite(code: string, kernel = '../../kernel', offset = 0): string {
	const file = ts.createSourceFile('strategy.ts', code, ts.ScriptTarget.ESNext);
	const insertions: { readonly at: number; readonly text: string }[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isYieldExpression(node) && node.asteriskToken && node.expression) {
			const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1 + offset;
			insertions.push({ at: node.expression.getStart(file), text: `(at(${line}), ` });
			insertions.push({ at: node.expression.getEnd(), text: ')' });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	if (insertions.length === 0) return code;
	let marked = code;
	// From the end to the start, so that earlier places stay where they are.
	for (const { at, text } of insertions.sort((one, other) => other.at - one.at)) {
		marked = marked.slice(0, at) + text + marked.slice(at);
	}
	return `import { at } from '${kernel}/parking/parked-line'; ${marked}`;
}
