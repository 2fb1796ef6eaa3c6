import { DEMAND_LAWS } from '../../../property/laws/demand';
import { type Suite, suiteOf } from '../../rule';
import { right } from '../start';
import { REACTIVE_RULES } from './rules';

/** All that holds for the strategy: its rules, and that it agrees with what is worked out otherwise. */
export const suite: Suite = [...suiteOf(REACTIVE_RULES, right), ...DEMAND_LAWS];
