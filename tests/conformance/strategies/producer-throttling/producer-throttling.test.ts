import { describe } from 'vitest';
import { testRules } from '../../rule';
import { right } from '../lab';
import { THROTTLING_RULES } from './rules';

describe('producer throttling', () => {
	testRules(THROTTLING_RULES, right);
});
