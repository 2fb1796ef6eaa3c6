import { resolve } from 'node:path';
import { it } from 'vitest';
import { type MutantCatalogue, queryOf } from './mutant';
import { expectToFind, type Suite } from './rule';

/**
 * Plants each bug of a catalogue in the source and runs the rules that must find it, against the
 * code as it then is. It must be among those that `vitest.config.ts` knows.
 */
export function testMutants(catalogue: MutantCatalogue): void {
	const path = resolve(import.meta.dirname, catalogue.suite);
	catalogue.mutants.forEach(({ bug, killedBy }, index) => {
		const rules = [killedBy].flat();
		it(`${bug}, breaks the rule: ${rules.join(' and ')}`, async () => {
			const broken: { readonly suite: Suite } = await import(
				/* @vite-ignore */ path + queryOf(catalogue, index)
			);
			expectToFind(broken.suite, rules);
		});
	});
}
