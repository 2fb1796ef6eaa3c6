import { Semaphore } from '../../../../src/core/primitives/semaphore';
import { suiteOf } from '../../rule';
import { SEMAPHORE_LAWS } from './laws';
import { SEMAPHORE_RULES } from './rules';

/** The rules of a counting semaphore, for ours. */
export const suite = suiteOf([...SEMAPHORE_RULES, ...SEMAPHORE_LAWS], (simulation, size) => {
	return new Semaphore(simulation, 'permits', size);
});
