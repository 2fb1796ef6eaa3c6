import { LINE_LAWS } from '../../../property/laws/line';
import { type Suite, suiteOf } from '../../rule';
import { right } from '../start';
import { NO_BACKPRESSURE_RULES } from './rules';

/** All that holds for the strategy: its rules, and that it agrees with the recursion. */
export const suite: Suite = [...suiteOf(NO_BACKPRESSURE_RULES, right), ...LINE_LAWS];
