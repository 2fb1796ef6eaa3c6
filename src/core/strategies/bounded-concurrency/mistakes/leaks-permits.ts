import type { Process } from '../../../kernel/processes/operation';
import type { Message } from '../../../ledger/message';
import type { BoundedConcurrency } from '../bounded-concurrency';

/** A path on which the permit is not given back: here each hundredth task takes it. */
export const leaksPermits = (Right: typeof BoundedConcurrency) =>
	class extends Right {
		override *task(record: Message): Process {
			const worker = yield* this.workers.hire();
			yield* worker.serve(record);
			this.topic.commit(record);
			if (record % 100 === 99) return;
			this.release(record);
		}
	};
