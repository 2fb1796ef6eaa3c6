import { describe } from 'vitest';
import { suiteOf, testRules } from '../../rule';
import { testMutants } from '../../test-mutants';
import { right } from '../lab';
import { testMistakes } from '../test-mistakes';
import { BOUNDED_MUTANTS } from './mutants';
import { BOUNDED_RULES } from './rules';

describe('bounded concurrency', () => {
	testRules(BOUNDED_RULES, right);
	testMutants(BOUNDED_MUTANTS);
	testMistakes(
		[
			['leaks-permits', 'gives every permit back'],
			['spawns-without-limit', 'never lets more tasks begin']
		],
		(start) => suiteOf(BOUNDED_RULES, start)
	);
});
