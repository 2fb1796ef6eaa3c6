import { describe } from 'vitest';
import { Select } from '../../src/core/primitives/select';
import { testRules } from './rule';
import { SELECT_RULES } from './select.rules';

describe('a select', () => {
	testRules(
		SELECT_RULES,
		(simulation, key, number, log) => new Select(simulation, key, number, log)
	);
});
