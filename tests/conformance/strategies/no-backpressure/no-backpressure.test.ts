import { describe } from 'vitest';
import { testRules } from '../../rule';
import { testMutants } from '../../test-mutants';
import { right } from '../lab';
import { NO_BACKPRESSURE_MUTANTS } from './mutants';
import { NO_BACKPRESSURE_RULES } from './rules';

describe('no backpressure', () => {
	testRules(NO_BACKPRESSURE_RULES, right);
	testMutants(NO_BACKPRESSURE_MUTANTS);
});
