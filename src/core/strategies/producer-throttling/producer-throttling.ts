import type { Process, Steps } from '../../kernel/processes/operation';
import { fromSeconds, type Nanoseconds } from '../../kernel/time';
import { TIMER_CLASS } from '../../kernel/timers';
import type { Message } from '../../ledger/message';
import type { Worker } from '../../world/worker';
import { signal, waitToRetry } from '../../world/world';
import { type Reason, ThrottlingMechanism } from './mechanism';

/** A token bucket and a gate in front of a topic: who offers too much is told so at once. */
export class ProducerThrottling extends ThrottlingMechanism {
	/** Brings each message to the gate, one at a time. */
	*produce(): Process {
		for (;;) yield* this.admitOrRefuse(yield* this.world.source.take());
	}

	/** Appends the message if it may pass; else gives it up, or tries again later. */
	*admitOrRefuse(message: Message): Steps {
		for (;;) {
			const reason = this.reasonAgainst();
			if (reason === null) return this.topic.append(message);
			this.refused(reason);
			if (this.settings.refused.then === 'drop') return this.giveUp(message, reason);
			yield* this.waitToRetry(message);
		}
	}

	/** Why a message may not pass now. The gate comes first: a shut one leaves the tokens alone. */
	reasonAgainst(): Reason | null {
		if (this.lagCheck.interval === 0) this.readLag();
		if (this.gate.hasFailed) return 'consumer lag unknown';
		if (!this.gate.isOpen) return 'consumer lag too high';
		return this.bucket.tryConsume(1) ? null : 'rate limit exceeded';
	}

	/** Keeps the message in hand for a while. */
	*waitToRetry(message: Message): Steps {
		yield* waitToRetry(this.world, message, fromSeconds(this.settings.refused.after));
	}

	/** The nano-tokens that drip in during a time. Parts of a token are kept. */
	refill(elapsed: Nanoseconds, rate: number): number {
		return elapsed * rate;
	}

	/** How often lag is read (0: at each attempt), what shuts the gate, and what opens it again. */
	get lagCheck() {
		const { interval, limit, resume } = this.settings.lag;
		return { interval: fromSeconds(interval), limit, resume: resume ?? limit };
	}

	/** Reads the lag at the times 0, interval, 2 × interval, … */
	*watch(): Process {
		for (;;) {
			yield* this.world.simulation.sleep(this.untilNextReading(), TIMER_CLASS.lagSample);
			this.readLag();
		}
	}

	/** Tells the gate how far the consumer is behind. That is what travels upstream. */
	readLag(): void {
		this.gate.read(this.settings.lag.available ? this.topic.lag : null, this.lagCheck);
		signal(this.world, 'lag');
	}

	/** Polls records and hands each to a worker that is free. */
	*loop(): Process {
		for (;;) {
			for (const record of yield* this.topic.poll(this.topic.pollOptions))
				yield* this.desk.send(record);
		}
	}

	/** Works on one record after the other and commits it. */
	*work(worker: Worker): Process {
		while (worker.isNeeded) {
			const record = yield* this.desk.receive();
			yield* worker.serve(record);
			this.topic.commit(record);
		}
	}
}
