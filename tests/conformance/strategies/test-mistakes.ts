import { it } from 'vitest';
import type { MistakeKey } from '../../../src/core/scenario/scenario';
import { expectToFind, type Suite } from '../rule';
import { mistaken, type Start } from './lab';

/** Switches on each of the mistakes and runs the rules, one of which must find it. */
export function testMistakes(
	killedBy: readonly (readonly [mistake: MistakeKey, rule: string])[],
	suiteFor: (start: Start) => Suite
): void {
	for (const [mistake, rule] of killedBy) {
		it(`with ${mistake}, breaks the rule: ${rule}`, () => {
			expectToFind(suiteFor(mistaken(mistake)), [rule]);
		});
	}
}
