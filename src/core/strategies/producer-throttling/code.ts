import { variantsOf } from '../variants';
import { retryAtOnce } from './mistakes/retry-at-once';
import { staleLag } from './mistakes/stale-lag';
import { truncatingRefill } from './mistakes/truncating-refill';
import { ProducerThrottling } from './producer-throttling';

export const variants = variantsOf(ProducerThrottling, {
	'truncating-refill': truncatingRefill,
	'stale-lag': staleLag,
	'retry-at-once': retryAtOnce
});
