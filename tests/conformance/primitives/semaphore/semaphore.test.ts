import { describe } from 'vitest';
import { Semaphore } from '../../../../src/core/primitives/semaphore';
import { testRules } from '../../rule';
import { SEMAPHORE_LAWS } from './laws';
import { SEMAPHORE_RULES } from './rules';

describe('a semaphore', () => {
	testRules([...SEMAPHORE_RULES, ...SEMAPHORE_LAWS], (simulation, size) => {
		return new Semaphore(simulation, 'permits', size);
	});
});
