import { describe } from 'vitest';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { SELECT_MUTANTS } from './mutants';
import { suite } from './suite';

describe('a select', () => {
	testSuite(suite);
});

describe('a select that', () => {
	testMutants(SELECT_MUTANTS);
});
