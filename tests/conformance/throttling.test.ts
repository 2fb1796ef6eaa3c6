import { describe } from 'vitest';
import { testRules } from './rule';
import { right } from './strategy.lab';
import { THROTTLING_RULES } from './throttling.rules';

describe('producer throttling', () => {
	testRules(THROTTLING_RULES, right);
});
