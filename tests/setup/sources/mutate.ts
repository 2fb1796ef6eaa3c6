import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DevEnvironment, Plugin } from 'vite';
import { type Mutant, type MutantCatalogue, planted, queryOf } from '../../conformance/mutant.ts';

const src = resolve(import.meta.dirname, '../../../src');

const QUERY = /\?mutant=[\w-]+$/;

/**
 * Lets a test import the world as it is with a bug in it: `import('./suite.ts?mutant=channel-3')`
 * gives the module as if the third mutant of that catalogue stood in our source. Of all that it
 * imports, whatever leads to the file with the bug is loaded anew too, the tests' own helpers among
 * it, so that nobody meets the right class beside the broken one. The rest is shared.
 */
export function mutate(catalogues: readonly MutantCatalogue[]): Plugin {
	const mutants = new Map<string, Mutant>();
	for (const catalogue of catalogues) {
		catalogue.mutants.forEach((mutant, index) => {
			mutants.set(queryOf(catalogue, index), mutant);
		});
	}
	const reached = new Map<string, Promise<ReadonlySet<string>>>();
	/** The mutant to which an address leads, and the address without it. */
	function take(address: string): { readonly path: string; readonly query: string | null } {
		const [query = null] = QUERY.exec(address) ?? [];
		return { path: query === null ? address : address.slice(0, -query.length), query };
	}
	function mutantOf(query: string): Mutant {
		const mutant = mutants.get(query);
		if (mutant === undefined) throw new RangeError(`no catalogue has the mutant ${query}`);
		return mutant;
	}

	return {
		name: 'mutate',
		enforce: 'pre',
		async resolveId(source, importer = '') {
			const from = take(importer);
			const to = take(source);
			const query = to.query ?? from.query;
			if (query === null) return null;
			const target = resolve(src, mutantOf(query).file);
			const found = await this.resolve(to.path, from.path || undefined, { skipSelf: true });
			if (found === null) return null;
			const { id } = found;
			const all = reached.get(id) ?? reachedFrom(id, this.environment as DevEnvironment);
			reached.set(id, all);
			return (await all).has(target) ? id + query : found;
		},
		async load(id) {
			const { path, query } = take(id);
			if (query === null) return null;
			this.addWatchFile(path);
			const code = await readFile(path, 'utf8');
			const mutant = mutantOf(query);
			return path === resolve(src, mutant.file) ? planted(code, mutant) : code;
		},
		watchChange: () => reached.clear()
	};
}

/** A module and all that it imports, by whatever way, patterns of `glob` included. */
async function reachedFrom(id: string, environment: DevEnvironment): Promise<ReadonlySet<string>> {
	const { moduleGraph } = environment;
	const reached = new Set([id]);
	// A set may grow while one walks through it.
	for (const next of reached) {
		if (next.includes('/node_modules/')) continue;
		if (!moduleGraph.getModuleById(next)?.transformResult) await environment.transformRequest(next);
		for (const { id: imported } of moduleGraph.getModuleById(next)?.importedModules ?? []) {
			if (imported !== null) reached.add(imported);
		}
	}
	return reached;
}
