import type { ReactiveStreams } from '../reactive-streams';

/** A subscriber that asks for its first messages, and does not think of the ones after them. */
export const forgetsRequest = (Right: typeof ReactiveStreams) =>
	class extends Right {
		override afterProcessed(): void {
			this.processed++;
		}
	};
