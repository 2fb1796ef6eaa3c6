import { describe } from 'vitest';
import { Select } from '../../../../src/core/primitives/select';
import { testRules } from '../../rule';
import { SELECT_CHANCE } from './chance';
import { SELECT_RULES } from './rules';

describe('a select', () => {
	testRules([...SELECT_RULES, ...SELECT_CHANCE], (simulation, key, number, log) => {
		return new Select(simulation, key, number, log);
	});
});
