import { describe } from 'vitest';
import { BOUNDED_RULES } from './bounded-concurrency.rules';
import { testRules } from './rule';
import { right } from './strategy.lab';

describe('bounded concurrency', () => {
	testRules(BOUNDED_RULES, right);
});
