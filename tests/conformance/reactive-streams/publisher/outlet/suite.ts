import { type Suite, suiteOf } from '../../../rule';
import { synchronous } from '../../kits';
import { DEMAND_RULES } from '../demand-rules';
import { AT_HAND_RULES, PUBLISHER_RULES } from '../rules';
import { MULTI_SUBSCRIBE_RULES } from '../several-cases';
import { SUBSCRIPTION_RULES, SYNCHRONOUS_RULES } from '../subscription-rules';

const RULES = [
	...PUBLISHER_RULES,
	...AT_HAND_RULES,
	...SUBSCRIPTION_RULES,
	...SYNCHRONOUS_RULES,
	...MULTI_SUBSCRIBE_RULES
];

/** The rules of a publisher that delivers in the midst of `request`, for our outlet. */
export const suite: Suite = [...suiteOf(RULES, synchronous), ...DEMAND_RULES];
