import { describe } from 'vitest';
import { behindLink, process, synchronous } from './reactive-streams.kits';
import { PUBLISHER_MUTANTS } from './reactive-streams.mutants';
import { kitWith, PlainSubscription } from './reactive-streams.plain';
import { PUBLISHER_CASES } from './reactive-streams.publisher-cases';
import { PUBLISHER_RULES } from './reactive-streams.publisher-rules';
import {
	MULTI_SUBSCRIBE_CASES,
	MULTI_SUBSCRIBE_RULES,
	UNICAST_CASES,
	UNICAST_RULES
} from './reactive-streams.several-cases';
import { SUBSCRIPTION_CASES } from './reactive-streams.subscription-cases';
import { SUBSCRIPTION_RULES, SYNCHRONOUS_RULES } from './reactive-streams.subscription-rules';
import { testMutants, testRules } from './rule';

const RULES = [...PUBLISHER_RULES, ...SUBSCRIPTION_RULES];
const CASES = [...PUBLISHER_CASES, ...SUBSCRIPTION_CASES];

describe.each([
	['a synchronous publisher', synchronous],
	['a process', process],
	['a process behind a link', behindLink],
	['the plain publisher that the mutants are made of', kitWith(PlainSubscription)]
])('%s obeys the rule', (_, make) => {
	testRules(RULES, make);
});

describe.each([
	['a synchronous publisher', synchronous],
	['a process', process],
	['a process behind a link', behindLink]
])('the test kit of the specification, for %s', (_, make) => {
	testRules(CASES, make);
});

describe('a publisher that begins anew for each subscriber obeys', () => {
	testRules(
		[...MULTI_SUBSCRIBE_RULES, ...MULTI_SUBSCRIBE_CASES, ...SYNCHRONOUS_RULES],
		synchronous
	);
});

describe('a publisher with one subscriber obeys', () => {
	testRules([...UNICAST_RULES, ...UNICAST_CASES], process);
});

describe('a publisher that', () => {
	testMutants(PUBLISHER_MUTANTS, RULES);
});
