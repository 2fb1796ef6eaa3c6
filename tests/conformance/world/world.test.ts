import { describe } from 'vitest';
import { testRules } from '../rule';
import { right } from '../strategies/lab';
import { testMutants } from '../test-mutants';
import { CONSUMER_RULES } from './consumer-rules';
import { WORLD_MUTANTS } from './mutants';
import { SOURCE_RULES } from './source-rules';

describe('a source', () => {
	testRules(SOURCE_RULES, right);
});

describe('a consumer', () => {
	testRules(CONSUMER_RULES, right);
});

describe('in the world', () => {
	testMutants(WORLD_MUTANTS);
});
