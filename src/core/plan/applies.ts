import type { Scenario } from '../scenario/scenario';
import { valueOf } from '../scenario/settings';
import type { Condition } from './plan';

/** Whether a part of a plan is there under the settings in force. Pure. */
export function applies(condition: Condition | undefined, settings: Scenario): boolean {
	return condition === undefined || condition.is.includes(valueOf(settings, condition.key));
}
