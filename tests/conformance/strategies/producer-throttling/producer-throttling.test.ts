import { describe } from 'vitest';
import { suiteOf, testRules } from '../../rule';
import { testMutants } from '../../test-mutants';
import { right } from '../lab';
import { testMistakes } from '../test-mistakes';
import { THROTTLING_MUTANTS } from './mutants';
import { THROTTLING_RULES } from './rules';

describe('producer throttling', () => {
	testRules(THROTTLING_RULES, right);
	testMutants(THROTTLING_MUTANTS);
	testMistakes(
		[
			['truncating-refill', 'admits 1010'],
			['stale-lag', 'reads lag at 0, interval'],
			['retry-at-once', 'keeps a refused message in hand'],
			['retry-at-once', 'gives a refused message up']
		],
		(start) => suiteOf(THROTTLING_RULES, start)
	);
});
