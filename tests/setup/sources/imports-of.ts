import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
	/** The package, or the file below the top folder, without its query and without `.ts`. */
	readonly target: string;
	/** What is taken from it and stays at run time: names, or `*` for the whole module. */
	readonly names: readonly string[];
}

/**
 * Everything that a TypeScript file or a Svelte component imports, in whatever form: static,
 * re-exported, dynamic, as a type, as a file (`?raw`, `?worker&url`, `new URL`, `import.meta.glob`).
 * An address that is computed at run time counts as the target `(computed)`. Pure.
 */
export function importsOf(path: string, text: string): Import[] {
	const source = path.endsWith('.svelte') ? scriptsOf(text) : text;
	const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true);
	const found: Import[] = [];
	const visit = (node: ts.Node): void => {
		for (const { specifier, names } of specifiersIn(node)) {
			found.push({ target: targetOf(path, specifier), names });
		}
		ts.forEachChild(node, visit);
	};
	visit(file);
	return found;
}

/** The scripts of a component, and the dynamic imports of its markup. */
function scriptsOf(component: string): string {
	const script = /<script[^>]*>([\s\S]*?)<\/script>/g;
	const scripts = [...component.matchAll(script)].map(([, code]) => code);
	const imports = component.replace(script, '').match(/\bimport\([^)]*\)/g) ?? [];
	return [...scripts, ...imports].join('\n;');
}

interface Specifier {
	readonly specifier: ts.Node | undefined;
	readonly names: readonly string[];
}

function specifiersIn(node: ts.Node): Specifier[] {
	if (ts.isImportDeclaration(node)) {
		return [{ specifier: node.moduleSpecifier, names: importedNames(node.importClause) }];
	}
	if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
		return [{ specifier: node.moduleSpecifier, names: exportedNames(node) }];
	}
	if (ts.isImportTypeNode(node)) {
		const { argument } = node;
		return [{ specifier: ts.isLiteralTypeNode(argument) ? argument.literal : argument, names: [] }];
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return [{ specifier: node.arguments[0], names: ['*'] }];
	}
	if (ts.isCallExpression(node) && node.expression.getText() === 'import.meta.glob') {
		const [patterns] = node.arguments;
		const all = patterns && ts.isArrayLiteralExpression(patterns) ? patterns.elements : [patterns];
		return all.map((specifier) => ({ specifier, names: ['*'] }));
	}
	if (ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url') {
		return [{ specifier: node.arguments[0], names: ['*'] }];
	}
	return [];
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
	if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
	const whole = clause.name === undefined ? [] : ['default'];
	const { namedBindings } = clause;
	if (namedBindings === undefined) return whole;
	return [...whole, ...(ts.isNamespaceImport(namedBindings) ? ['*'] : namesIn(namedBindings))];
}

function exportedNames({ isTypeOnly, exportClause }: ts.ExportDeclaration): string[] {
	if (isTypeOnly) return [];
	return exportClause && ts.isNamedExports(exportClause) ? namesIn(exportClause) : ['*'];
}

function namesIn({ elements }: ts.NamedImports | ts.NamedExports): string[] {
	return [...elements]
		.filter((element) => !element.isTypeOnly)
		.map((element) => (element.propertyName ?? element.name).text);
}

function targetOf(path: string, specifier: ts.Node | undefined): string {
	if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return '(computed)';
	const [address = ''] = specifier.text.split('?');
	const target = address.startsWith('.') ? posix.join(posix.dirname(path), address) : address;
	return target.replace(/\.ts$/, '');
}
