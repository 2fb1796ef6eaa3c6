import { describe } from 'vitest';
import { testRules } from './rule';
import { SMALL_BUFFER_RULES } from './small-buffers.rules';
import { right } from './strategy.lab';

describe('small buffers', () => {
	testRules(SMALL_BUFFER_RULES, right);
});
