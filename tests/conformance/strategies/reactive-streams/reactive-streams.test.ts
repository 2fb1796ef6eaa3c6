import { describe } from 'vitest';
import { testRules } from '../../rule';
import { testMutants } from '../../test-mutants';
import { right } from '../lab';
import { REACTIVE_MUTANTS } from './mutants';
import { REACTIVE_RULES } from './rules';

describe('reactive streams', () => {
	testRules(REACTIVE_RULES, right);
	testMutants(REACTIVE_MUTANTS);
});
