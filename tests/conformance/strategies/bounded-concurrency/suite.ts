import { PERMIT_LAWS } from '../../../property/server-laws';
import { type Suite, suiteOf } from '../../rule';
import { right } from '../lab';
import { BOUNDED_RULES } from './rules';

/** All that holds for the strategy: its rules, and that it agrees with what is worked out otherwise. */
export const suite: Suite = [...suiteOf(BOUNDED_RULES, right), ...PERMIT_LAWS];
