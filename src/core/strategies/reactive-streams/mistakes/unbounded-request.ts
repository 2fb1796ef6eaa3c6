import type { Subscription } from '../../../reactive/reactive-streams';
import type { ReactiveStreams } from '../reactive-streams';

/** A subscriber that asks once, for everything there will ever be. */
export const unboundedRequest = (Right: typeof ReactiveStreams) =>
	class extends Right {
		override onSubscribe(subscription: Subscription): void {
			if (this.subscription !== null) {
				subscription.cancel();
				return;
			}
			this.subscription = subscription;
			subscription.request(Number.MAX_SAFE_INTEGER);
		}

		override afterProcessed(): void {
			this.processed++;
		}
	};
