import type { Process } from '../../kernel/processes/operation';
import type { Message } from '../../ledger/message';
import { BoundedMechanism } from './mechanism';

/** A task for each record, as long as there are permits. What has none waits in the topic. */
export class BoundedConcurrency extends BoundedMechanism {
	/** Appends each message to the topic. A topic takes everything and tells nobody. */
	*produce(): Process {
		for (;;) this.topic.append(yield* this.world.source.take());
	}

	/** Polls records and starts a task for each. Without a permit it waits, and polls no more. */
	*loop(): Process {
		for (;;) {
			for (const record of yield* this.topic.poll(this.topic.pollOptions)) {
				yield* this.permits.acquire();
				this.start(record);
			}
		}
	}

	/** Works on a record as soon as a worker is free, and gives the permit back whatever happens. */
	*task(record: Message): Process {
		try {
			const worker = yield* this.workers.hire();
			yield* worker.serve(record);
			this.topic.commit(record);
		} finally {
			this.release(record);
		}
	}
}
