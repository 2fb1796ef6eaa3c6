import { type Suite, suiteOf } from '../../rule';
import { right } from '../../strategies/lab';
import { SUBSCRIBER_CASES } from './cases';
import { HOLDER_CASES } from './holder-cases';
import { SUBSCRIBER_RULES } from './rules';
import { strategySubscriber } from './strategy-subscriber';

/** The rules for subscribers and the cases of the test kit, for the subscriber of the strategy. */
export const suite: Suite = [
	...suiteOf(SUBSCRIBER_RULES, right),
	...suiteOf([...SUBSCRIBER_CASES, ...HOLDER_CASES], strategySubscriber(right))
];
