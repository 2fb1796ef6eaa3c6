import type { Process } from '../../../kernel/processes/operation';
import type { Message } from '../../../ledger/message';
import { CLOSED } from '../../../primitives/closable-channel';
import type { ProcessOutlet } from '../../../reactive/process-publisher';
import type { ReactiveStreams } from '../reactive-streams';

/** A publisher that sends whatever it has, asked for or not. */
export const ignoresDemand = (Right: typeof ReactiveStreams) =>
	class extends Right {
		override *publish(outlet: ProcessOutlet<Message>): Process {
			for (;;) {
				const message = yield* this.buffer.receive();
				if (message === CLOSED) return outlet.complete();
				outlet.next(message);
			}
		}
	};
