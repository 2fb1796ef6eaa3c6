import { describe } from 'vitest';
import { testRules } from '../../rule';
import { right } from '../lab';
import { BOUNDED_RULES } from './rules';

describe('bounded concurrency', () => {
	testRules(BOUNDED_RULES, right);
});
