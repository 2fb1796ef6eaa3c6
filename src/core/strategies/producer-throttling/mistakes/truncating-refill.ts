import { type Nanoseconds, SECOND } from '../../../kernel/time';
import type { ProducerThrottling } from '../producer-throttling';

/** Whole tokens only: what is less than one is thrown away at each look. */
export const truncatingRefill = (Right: typeof ProducerThrottling) =>
	class extends Right {
		override refill(elapsed: Nanoseconds, rate: number): number {
			return Math.floor((elapsed * rate) / SECOND) * SECOND;
		}
	};
