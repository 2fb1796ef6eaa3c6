import { Select } from '../../../../src/core/primitives/select';
import { suiteOf } from '../../rule';
import { SELECT_CHANCE } from './chance';
import { SELECT_RULES } from './rules';

/** The rules of a select, for ours. */
export const suite = suiteOf(
	[...SELECT_RULES, ...SELECT_CHANCE],
	(simulation, key, number, log) => {
		return new Select(simulation, key, number, log);
	}
);
