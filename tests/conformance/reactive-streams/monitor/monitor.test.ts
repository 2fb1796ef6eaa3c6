import { describe, expect, it } from 'vitest';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { AT_HAND_RULES, PUBLISHER_RULES } from '../publisher/rules';
import { MULTI_SUBSCRIBE_RULES, UNICAST_RULES } from '../publisher/several-cases';
import { SUBSCRIPTION_RULES, SYNCHRONOUS_RULES } from '../publisher/subscription-rules';
import { SUBSCRIBER_RULES } from '../subscriber/rules';
import { MONITOR_MUTANTS } from './mutants';
import { suite } from './suite';

describe('the monitor', () => {
	testSuite(suite);
});

describe('a monitor that', () => {
	testMutants(MONITOR_MUTANTS);
});

/** Rules that nothing in one thread can break, each with the reason. */
const BY_CONSTRUCTION: Readonly<Record<string, string>> = {
	'2.7': 'request and cancel are calls of one thread: none begins before the last has returned',
	'2.11': 'in one thread a signal has happened before whatever is done about it',
	'3.1': 'a subscription is handed to its subscriber by onSubscribe, and to nobody else'
};

/** What the monitor checks in every run. */
const BY_MONITOR = ['2.12'];

const RULES = [11, 13, 17].flatMap((count, part) =>
	Array.from({ length: count }, (_, index) => `${part + 1}.${index + 1}`)
);

describe('the 41 rules', () => {
	const tested = [
		...PUBLISHER_RULES,
		...AT_HAND_RULES,
		...SUBSCRIPTION_RULES,
		...SYNCHRONOUS_RULES,
		...MULTI_SUBSCRIBE_RULES,
		...UNICAST_RULES,
		...SUBSCRIBER_RULES
	].map(({ name }) => name.split(' ')[0] ?? '');

	it('are tested one by one, checked in every run, or cannot be broken here', () => {
		expect(RULES).toHaveLength(41);
		const covered = new Set([...tested, ...Object.keys(BY_CONSTRUCTION), ...BY_MONITOR]);
		expect(RULES.filter((rule) => !covered.has(rule))).toEqual([]);
		expect([...covered].filter((rule) => !RULES.includes(rule))).toEqual([]);
	});

	it('that cannot be broken here have no test', () => {
		expect(tested.filter((rule) => Object.hasOwn(BY_CONSTRUCTION, rule))).toEqual([]);
	});
});
