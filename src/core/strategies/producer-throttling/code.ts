import { retryAtOnce } from './mistakes/retry-at-once';
import { staleLag } from './mistakes/stale-lag';
import { truncatingRefill } from './mistakes/truncating-refill';
import { ProducerThrottling } from './producer-throttling';
import { variantsOf } from '../variants';

export const variants = variantsOf(ProducerThrottling, {
	'truncating-refill': truncatingRefill,
	'stale-lag': staleLag,
	'retry-at-once': retryAtOnce
});
