import { suiteOf } from '../../../rule';
import { behindLink } from '../../kits';
import { PUBLISHER_RULES } from '../rules';
import { SUBSCRIPTION_RULES } from '../subscription-rules';

/** The rules of a publisher that is some way off, for our link. */
export const suite = suiteOf([...PUBLISHER_RULES, ...SUBSCRIPTION_RULES], behindLink);
