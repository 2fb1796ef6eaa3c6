import { describe } from 'vitest';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { SEMAPHORE_MUTANTS } from './mutants';
import { suite } from './suite';

describe('a semaphore', () => {
	testSuite(suite);
});

describe('a semaphore that', () => {
	testMutants(SEMAPHORE_MUTANTS);
});
