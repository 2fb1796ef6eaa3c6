import type { Process, Steps } from '../../kernel/processes/operation';
import { fromSeconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import { CLOSED } from '../../primitives/closable-channel';
import type { ProcessOutlet } from '../../reactive/process-publisher';
import type { Subscription } from '../../reactive/reactive-streams';
import type { Worker } from '../../world/worker';
import { signal, waitToRetry } from '../../world/world';
import { ReactiveMechanism } from './mechanism';

/** A subscriber that says how many messages it can take, and a publisher that sends no more. */
export class ReactiveStreams extends ReactiveMechanism {
	/** Puts each message into the publisher's buffer, as long as there is room; the last closes it. */
	*produce(): Process {
		while (!this.world.source.hasEnded) {
			const message = yield* this.take();
			switch (this.settings.buffer.whenFull) {
				case 'block':
					yield* this.buffer.send(message);
					break;
				case 'fail':
					yield* this.putOrRefuse(message);
					break;
				default:
					this.putOrDrop(message);
			}
		}
		this.buffer.close();
	}

	/** Tries until the buffer takes the message, or gives it up at the first refusal. */
	*putOrRefuse(message: Message): Steps {
		while (!this.buffer.trySend(message)) {
			signal(this.world, 'refused');
			if (this.settings.refused.then === 'drop') return this.world.ledger.refuse(message);
			yield* waitToRetry(this.world, message, fromSeconds(this.settings.refused.after));
		}
	}

	/** The publisher: delivers a message for each that was requested. The end needs no request. */
	*publish(outlet: ProcessOutlet<Message>): Process {
		for (;;) {
			yield* this.select.one(outlet.demanded, this.buffer.ended);
			const message = yield* this.buffer.receive();
			if (message === CLOSED) return outlet.complete();
			outlet.next(message);
		}
	}

	/** The subscriber: asks at first for as many messages as it can hold. */
	onSubscribe(subscription: Subscription): void {
		if (this.subscription !== null) {
			subscription.cancel();
			return;
		}
		this.subscription = subscription;
		subscription.request(this.window);
	}

	/** Puts the message where a worker finds it, and returns at once. */
	onNext(message: Message): void {
		this.inbox.trySend(message);
	}

	/** Asks for as many more once a batch is processed. */
	afterProcessed(): void {
		this.processed++;
		if (this.processed < this.batch) return;
		this.processed = 0;
		this.subscription?.request(this.batch);
	}

	/** Nothing more will come; the workers finish what is in the inbox. */
	onComplete(): void {
		this.subscription = null;
	}

	/** The stream has failed; the workers finish what is in the inbox. */
	onError(): void {
		this.subscription = null;
	}

	/** Takes one message after the other from the inbox and works on it. */
	*work(worker: Worker): Process {
		while (worker.isNeeded) {
			const message = yield* this.inbox.receive();
			yield* worker.serve(message);
			this.afterProcessed();
		}
	}
}
