import ts from 'typescript';
import type { Plugin } from 'vite';

const STRATEGY = /\/src\/core\/strategies\/[^/?]+(?<!\.(?:shape|words))\.ts$/;
const PARKED_LINE = '../kernel/parked-line';

/**
 * Lets the running code say where it waits: in the strategies, and only there, `yield* x` becomes
 * `yield* (at(12), x)`, where 12 is the line in the file that people read. Lines keep their
 * numbers, and `?raw` still delivers the file as it was written.
 */
export function parkedLines(): Plugin {
	return {
		name: 'parked-lines',
		enforce: 'pre',
		transform(code, id) {
			return STRATEGY.test(id) ? { code: rewrite(code), map: null } : null;
		}
	};
}

/** The code with a recorded line at every `yield*`; unchanged if it has none. Pure. */
export function rewrite(code: string): string {
	const file = ts.createSourceFile('strategy.ts', code, ts.ScriptTarget.ESNext);
	const insertions: { readonly at: number; readonly text: string }[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isYieldExpression(node) && node.asteriskToken && node.expression) {
			const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
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
	return `import { at } from '${PARKED_LINE}'; ${marked}`;
}
