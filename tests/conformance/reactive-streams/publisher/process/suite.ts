import { suiteOf } from '../../../rule';
import { process } from '../../kits';
import { AT_HAND_RULES, PUBLISHER_RULES } from '../rules';
import { UNICAST_RULES } from '../several-cases';
import { SUBSCRIPTION_RULES } from '../subscription-rules';

/** The rules of a publisher that is a process and has one subscriber, for ours. */
export const suite = suiteOf(
	[...PUBLISHER_RULES, ...AT_HAND_RULES, ...SUBSCRIPTION_RULES, ...UNICAST_RULES],
	process
);
