import { describe } from 'vitest';
import { kitWith, PlainSubscription } from '../../reactive-streams.plain';
import { testMutants, testRules } from '../../rule';
import { behindLink, process, synchronous } from '../kits';
import { PUBLISHER_CASES } from './cases';
import { PUBLISHER_MUTANTS } from './outlet-mutants';
import { PUBLISHER_RULES } from './rules';
import {
	MULTI_SUBSCRIBE_CASES,
	MULTI_SUBSCRIBE_RULES,
	UNICAST_CASES,
	UNICAST_RULES
} from './several-cases';
import { SUBSCRIPTION_CASES } from './subscription-cases';
import { SUBSCRIPTION_RULES, SYNCHRONOUS_RULES } from './subscription-rules';

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
