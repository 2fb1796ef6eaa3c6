import { describe } from 'vitest';
import { testSuite } from '../rule';
import { testMutants } from '../test-mutants';
import { MEASURE_MUTANTS } from './mutants';
import { suite } from './suite';

describe('of the measures', () => {
	testSuite(suite);
	testMutants(MEASURE_MUTANTS);
});
