import { expect, it } from 'vitest';

/**
 * A rule that a thing must obey, as a test that is run against the real one and against broken
 * ones. `Make` makes the thing to be tested.
 */
export interface Rule<Make> {
	readonly name: string;
	/** @throws {Error} if what is made breaks the rule. */
	readonly check: (make: Make) => void;
}

/** A thing with one bug in it, and the beginning of the name of the rule that finds it. */
export interface Mutant<Make> {
	readonly bug: string;
	readonly make: Make;
	readonly killedBy: string;
}

/** Runs all rules against the real thing. */
export function testRules<Make>(rules: readonly Rule<Make>[], make: Make): void {
	for (const { name, check } of rules) it(name, () => check(make));
}

/**
 * Runs against each mutant the rule that must find it. A mutant also obeys some other rule: one that
 * merely does not work at all proves nothing.
 */
export function testMutants<Make>(
	mutants: readonly Mutant<Make>[],
	rules: readonly Rule<Make>[]
): void {
	for (const { bug, make, killedBy } of mutants) {
		it(`${bug}, breaks the rule: ${killedBy}`, () => {
			const named = rules.filter(({ name }) => name.startsWith(killedBy));
			expect(named.map(({ check }) => obeys(check, make))).toEqual([false]);
			expect(rules.some(({ check }) => obeys(check, make))).toBe(true);
		});
	}
}

function obeys<Make>(check: (make: Make) => void, make: Make): boolean {
	try {
		check(make);
		return true;
	} catch {
		return false;
	}
}
