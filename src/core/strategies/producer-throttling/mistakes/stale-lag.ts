import { SECOND } from '../../../kernel/time';
import type { ProducerThrottling } from '../producer-throttling';

/** Lag is read twice a minute, and the gate opens as soon as it is back at the limit. */
export const staleLag = (Right: typeof ProducerThrottling) =>
	class extends Right {
		override get lagCheck() {
			const { limit } = this.settings.lag;
			return { interval: 30 * SECOND, limit, resume: limit };
		}
	};
