import ts from 'typescript';
import { linesOf, type Part, type Source, type SourceLine, type Wait } from './source.ts';

/** A method, getter or setter of a class, or a function. */
type Callable = ts.MethodDeclaration | ts.AccessorDeclaration | ts.FunctionDeclaration;

/** Takes the file of a strategy apart. Pure. */
export function readStrategy(code: string): Source {
	const file = parse(code);
	const callables = callablesIn(file);
	const lines = linesOf(code);
	return {
		lines,
		parts: callables.map((callable) => partOf(file, lines, callable)),
		waits: waitsIn(file, callables, generatorsOf(callables)),
		note: ''
	};
}

/**
 * Takes the file of a mistake apart: its parts are the methods that it overrides. What the file says
 * of the mistake stands above the first of them, unless that has a comment of its own. Pure.
 */
export function readVariant(code: string, strategyCode: string): Source {
	const file = parse(code);
	const callables = callablesIn(file);
	const lines = linesOf(code);
	const mixin = file.statements.find((statement) => ts.isVariableStatement(statement));
	const parts = callables.map((callable) => partOf(file, lines, callable));
	const [first, ...others] = parts;
	const hasComment = first?.lines[0]?.text.trim().startsWith('/**');
	const comment =
		mixin === undefined || hasComment
			? []
			: lines.slice(firstLineOf(file, mixin) - 1, lineAt(file, mixin.getStart(file)) - 1);
	const strategy = callablesIn(parse(strategyCode));
	return {
		lines,
		parts:
			first === undefined
				? []
				: [{ name: first.name, lines: [...comment, ...first.lines] }, ...others],
		waits: waitsIn(file, callables, generatorsOf([...strategy, ...callables])),
		note: ''
	};
}

function parse(code: string): ts.SourceFile {
	return ts.createSourceFile('strategy.ts', code, ts.ScriptTarget.ESNext, true);
}

function callablesIn(node: ts.Node): Callable[] {
	const found: Callable[] = [];
	ts.forEachChild(node, (child) => {
		if (isCallable(child)) found.push(child);
		else found.push(...callablesIn(child));
	});
	return found;
}

function isCallable(node: ts.Node): node is Callable {
	return ts.isMethodDeclaration(node) || ts.isAccessor(node) || ts.isFunctionDeclaration(node);
}

function nameOf({ name }: Callable): string {
	return name?.getText() ?? '';
}

/** The names of those whose waits are marked where they are, and not where they are called. */
function generatorsOf(callables: readonly Callable[]): Set<string> {
	const generators = callables.filter((callable) => callable.asteriskToken !== undefined);
	return new Set(generators.map(nameOf));
}

function partOf(file: ts.SourceFile, lines: readonly SourceLine[], callable: Callable): Part {
	const last = lineAt(file, callable.getEnd());
	return { name: nameOf(callable), lines: lines.slice(firstLineOf(file, callable) - 1, last) };
}

/** The line on which a node begins, its comment included. */
function firstLineOf(file: ts.SourceFile, node: ts.Node): number {
	return lineAt(file, node.getStart(file, true));
}

function lineAt(file: ts.SourceFile, position: number): number {
	return file.getLineAndCharacterOfPosition(position).line + 1;
}

function waitsIn(
	file: ts.SourceFile,
	callables: readonly Callable[],
	generators: ReadonlySet<string>
): Wait[] {
	return callables.flatMap((callable) =>
		delegationsIn(callable).flatMap((node, index) => {
			// A process that runs another method of the strategy is parked in that method.
			if (generators.has(methodCalledBy(node))) return [];
			const line = lineAt(file, node.getStart(file));
			return [{ line, name: `${nameOf(callable)}/${index + 1}` }];
		})
	);
}

/** Each `yield*` below a node, in the order of the source. */
function delegationsIn(node: ts.Node): ts.YieldExpression[] {
	const found: ts.YieldExpression[] = [];
	const visit = (child: ts.Node): void => {
		if (ts.isYieldExpression(child) && child.asteriskToken !== undefined) found.push(child);
		ts.forEachChild(child, visit);
	};
	visit(node);
	return found;
}

/** The method of `yield* this.method(…)`; empty for anything else. */
function methodCalledBy({ expression }: ts.YieldExpression): string {
	if (expression === undefined || !ts.isCallExpression(expression)) return '';
	const { expression: callee } = expression;
	const isOwn =
		ts.isPropertyAccessExpression(callee) && callee.expression.kind === ts.SyntaxKind.ThisKeyword;
	return isOwn ? callee.name.text : '';
}
