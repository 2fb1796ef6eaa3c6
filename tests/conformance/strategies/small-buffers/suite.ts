import { LINE_LAWS, LOSSY_LAWS } from '../../../property/laws/line';
import { type Suite, suiteOf } from '../../rule';
import { right } from '../start';
import { SMALL_BUFFER_RULES } from './rules';

/** All that holds for the strategy: its rules, and that it agrees with what is worked out otherwise. */
export const suite: Suite = [...suiteOf(SMALL_BUFFER_RULES, right), ...LINE_LAWS, ...LOSSY_LAWS];
