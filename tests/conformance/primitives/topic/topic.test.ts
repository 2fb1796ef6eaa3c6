import { describe } from 'vitest';
import { testSuite } from '../../rule';
import { testMutants } from '../../test-mutants';
import { TOPIC_MUTANTS } from './mutants';
import { suite } from './suite';

describe('a topic', () => {
	testSuite(suite);
});

describe('a topic that', () => {
	testMutants(TOPIC_MUTANTS);
});
