import { describe } from 'vitest';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { LAG_GATE_MUTANTS } from './mutants';
import { suite } from './suite';

describe('a lag gate', () => {
	testSuite(suite);
});

describe('a lag gate that', () => {
	testMutants(LAG_GATE_MUTANTS);
});
