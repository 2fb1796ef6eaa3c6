import { describe } from 'vitest';
import { testRules, testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { behindLink, process, synchronous } from '../kits';
import { PUBLISHER_CASES } from './cases';
import { DEMAND_RULES } from './demand-rules';
import { LINK_MUTANTS } from './link/mutants';
import { OUTLET_MUTANTS } from './outlet/mutants';
import { PROCESS_PUBLISHER_MUTANTS } from './process/mutants';
import { AT_HAND_RULES, PUBLISHER_RULES } from './rules';
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

const AT_HAND = [
	['a synchronous publisher', synchronous],
	['a process', process]
] as const;
const EACH = [...AT_HAND, ['a process behind a link', behindLink]] as const;

describe.each(EACH)('%s obeys the rule', (_, make) => {
	testRules(RULES, make);
});

describe.each(AT_HAND)('%s, which is at hand, obeys the rule', (_, make) => {
	testRules(AT_HAND_RULES, make);
});

describe.each(EACH)('the test kit of the specification, for %s', (_, make) => {
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

testSuite(DEMAND_RULES);

describe('a publisher that', () => {
	testMutants(OUTLET_MUTANTS);
	testMutants(PROCESS_PUBLISHER_MUTANTS);
});

describe('a link that', () => {
	testMutants(LINK_MUTANTS);
});
