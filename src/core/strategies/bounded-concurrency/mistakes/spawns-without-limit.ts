import type { Process } from '../../../kernel/processes/operation';
import type { Message } from '../../../ledger/message';
import type { BoundedConcurrency } from '../bounded-concurrency';

/** A task for each record at once: the semaphore is there, and nobody asks it. */
export const spawnsWithoutLimit = (Right: typeof BoundedConcurrency) =>
	class extends Right {
		override *loop(): Process {
			for (;;) {
				for (const record of yield* this.topic.poll(this.topic.pollOptions)) {
					this.start(record);
				}
			}
		}

		override *task(record: Message): Process {
			const worker = yield* this.workers.hire();
			yield* worker.serve(record);
			this.topic.commit(record);
			this.holders.giveBack(record);
		}
	};
