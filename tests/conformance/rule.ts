import fc from 'fast-check';
import { expect, it } from 'vitest';

/** A rule that a thing must obey, as a test that can be run against several of its kind. */
export interface Rule<Make> {
	readonly name: string;
	/**
	 * `make` makes the thing to be tested.
	 * @throws {Error} if what is made breaks the rule.
	 */
	readonly check: (make: Make) => void;
}

/** Rules that know what they are about: nothing is left to be made. */
export type Suite = readonly Rule<void>[];

/** The rules for what `make` makes. */
export function suiteOf<Make>(rules: readonly Rule<Make>[], make: Make): Suite {
	return rules.map(({ name, check }) => ({ name, check: () => check(make) }));
}

/** Runs all rules. */
export function testSuite(suite: Suite): void {
	for (const { name, check } of suite) it(name, () => check());
}

/** Runs all rules against what `make` makes. */
export function testRules<Make>(rules: readonly Rule<Make>[], make: Make): void {
	testSuite(suiteOf(rules, make));
}

/**
 * Expects of something broken that the rules find it whose names begin so, one for each beginning,
 * and that it obeys some other rule: what merely does not work at all proves nothing.
 */
export function expectToFind(suite: Suite, killedBy: readonly string[]): void {
	// A smaller counterexample would tell nothing new and take long to find.
	fc.configureGlobal({ endOnFailure: true });
	try {
		for (const beginning of killedBy) {
			const named = suite.filter(({ name }) => name.startsWith(beginning));
			expect(named.map(isObeyed), beginning).toEqual([false]);
		}
		expect(suite.some(isObeyed)).toBe(true);
	} finally {
		fc.resetConfigureGlobal();
	}
}

function isObeyed({ check }: Rule<void>): boolean {
	try {
		check();
		return true;
	} catch {
		return false;
	}
}
