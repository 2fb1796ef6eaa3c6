import { describe } from 'vitest';
import { testSuite } from '../rule';
import { testMutants } from '../test-mutants';
import { LEDGER_MUTANTS } from './mutants';
import { suite } from './suite';

describe('of the ledger', () => {
	testSuite(suite);
	testMutants(LEDGER_MUTANTS);
});
