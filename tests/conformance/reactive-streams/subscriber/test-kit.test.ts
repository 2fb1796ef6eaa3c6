import { describe, expect, it } from 'vitest';
import { suiteOf, testRules } from '../../rule';
import { right } from '../../strategies/lab';
import { testMistakes } from '../../strategies/test-mistakes';
import { SUBSCRIBER_CASES } from './cases';
import { HOLDER_CASES } from './holder-cases';
import { SUBSCRIBER_MUTANTS } from './mutants';
import { plainSubscriber } from './plain-subscriber';
import { strategySubscriber } from './strategy-subscriber';

const CASES = [...SUBSCRIBER_CASES, ...HOLDER_CASES];

describe.each([
	['the subscriber of the strategy', strategySubscriber(right)],
	['a plain subscriber that asks for one at a time', plainSubscriber]
])('the test kit of the specification, for %s', (_, make) => {
	testRules(CASES, make);
});

describe('the test kit of the specification finds that the subscriber of the strategy', () => {
	testMistakes([['forgets-request', 'required_spec201']], (start) =>
		suiteOf(CASES, strategySubscriber(start))
	);
});

/** The cases of the kit that are not ported, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
	untested_spec202_shouldAsynchronouslyDispatch: 'advice, which the plain subscriber does not take',
	untested_spec207_mustEnsureAllCallsOnItsSubscriptionTakePlaceFromTheSameThreadOrTakeCareOfSynchronization:
		'there is one thread',
	untested_spec211_mustMakeSureThatAllCallsOnItsMethodsHappenBeforeTheProcessingOfTheRespectiveEvents:
		'in one thread a signal has happened before whatever is done about it'
};

describe('the cases for subscribers', () => {
	const names = CASES.map(({ name }) => name);

	it('are all that the kit has: 14 required, and 13 that it leaves untested', () => {
		expect(names.filter((name) => name.startsWith('required_'))).toHaveLength(14);
		const untested = names.filter((name) => name.startsWith('untested_'));
		expect(new Set([...untested, ...Object.keys(LEFT_OUT)]).size).toBe(13);
	});

	it('can each fail: a mutant breaks it', () => {
		const killedBy = SUBSCRIBER_MUTANTS.mutants.flatMap(({ killedBy }) => killedBy);
		const killed = (name: string) => killedBy.some((beginning) => name.startsWith(beginning));
		// Case 212 is about the publisher: its bug is planted in the tests of the monitor.
		expect(names.filter((name) => !killed(name))).toEqual([
			'untested_spec212_mustNotCallOnSubscribeMoreThanOnceBasedOnObjectEquality_specViolation'
		]);
	});
});
