import { PERMIT_LAWS } from '../../../property/laws/server';
import { type Suite, suiteOf } from '../../rule';
import { right } from '../start';
import { BOUNDED_RULES } from './rules';

/** All that holds for the strategy: its rules, and that it agrees with what is worked out otherwise. */
export const suite: Suite = [...suiteOf(BOUNDED_RULES, right), ...PERMIT_LAWS];
