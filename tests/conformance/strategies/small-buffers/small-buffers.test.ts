import { describe } from 'vitest';
import { testRules } from '../../rule';
import { right } from '../lab';
import { SMALL_BUFFER_RULES } from './rules';

describe('small buffers', () => {
	testRules(SMALL_BUFFER_RULES, right);
});
