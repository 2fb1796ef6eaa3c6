import type { Steps } from '../../../kernel/processes/operation';
import type { Message } from '../../../ledger/message';
import { waitToRetry } from '../../../world/world';
import type { ProducerThrottling } from '../producer-throttling';

/** A refused message is tried again every millisecond, however long that goes on. */
export const retryAtOnce = (Right: typeof ProducerThrottling) =>
	class extends Right {
		override *admitOrRefuse(message: Message): Steps {
			for (;;) {
				const reason = this.reasonAgainst();
				if (reason === null) return this.topic.append(message);
				this.refused(reason);
				yield* waitToRetry(this.world, message, 1e6);
			}
		}
	};
