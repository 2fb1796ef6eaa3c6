import type { Operation } from '../kernel/processes/operation';
import { WaitQueue } from '../kernel/processes/wait-queue';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { TIMER_CLASS, type TimerOwner } from '../kernel/timers';
import type { Ledger } from '../ledger/ledger';
import type { Message } from '../ledger/message';
import type { Scenario } from '../scenario/scenario';
import { type OfferTimes, offerTimes } from './offer-times';

/**
 * Where messages come from. An open source offers on its own clock, and what the producer does not
 * take waits here. A closed source makes the next message when the producer asks for it.
 */
export class Source implements TimerOwner {
	readonly #simulation: Simulation;
	readonly #settings: Scenario;
	readonly #ledger: Ledger;
	readonly #times: OfferTimes;
	readonly #takers = new WaitQueue('a message from the source');
	readonly #timer: number;
	/** The next message to be offered, and the next to be taken. */
	#next: Message = 0;
	#nextToTake: Message = 0;

	constructor(simulation: Simulation, settings: Scenario, ledger: Ledger) {
		this.#simulation = simulation;
		this.#settings = settings;
		this.#ledger = ledger;
		this.#times = offerTimes(settings);
		this.#timer = simulation.timers.register(this);
		if (settings.source.kind === 'open') this.#schedule(0);
	}

	/** Messages offered and not yet taken by the producer. */
	get waiting(): number {
		return this.#next - this.#nextToTake;
	}

	/** The message that is taken next; it may not have been offered yet. */
	get oldest(): Message {
		return this.#nextToTake;
	}

	/** Whether the producer has taken the last message that there will ever be. */
	get hasEnded(): boolean {
		const { limit, process, times } = this.#settings.source;
		const recorded = process === 'trace' ? times.length : Infinity;
		return this.#nextToTake >= Math.min(limit ?? Infinity, recorded);
	}

	/** Gives the producer the next message; waits until there is one. */
	take(): Operation<Message> {
		if (this.waiting > 0) {
			const operation = this.#simulation.begin() as Operation<Message>;
			return operation.ready(this.#handOut());
		}
		const operation = this.#simulation.wait(this.#takers) as Operation<Message>;
		if (this.#settings.source.kind === 'closed') this.#schedule(this.#simulation.now);
		return operation;
	}

	/** The rate was changed from `oldRate` to the one in the settings. */
	rateChanged(oldRate: number): void {
		const { timers, now } = this.#simulation;
		const pending = timers.timeOf(this.#timer);
		if (pending === Infinity) return;
		const time = this.#times.reschedule(this.#next, pending, now, oldRate);
		timers.set(this.#timer, time, TIMER_CLASS.offer);
	}

	/** Offers a message. */
	fire(): void {
		const message = this.#next++;
		this.#ledger.offer(message);
		if (this.#settings.source.kind === 'open') this.#schedule(this.#simulation.now);
		const taker = this.#takers.shift();
		if (taker !== null) this.#simulation.wake(taker, this.#handOut());
	}

	#handOut(): Message {
		const message = this.#nextToTake++;
		this.#ledger.take(message);
		return message;
	}

	#schedule(from: Nanoseconds): void {
		const { limit } = this.#settings.source;
		if (limit !== null && this.#next >= limit) return;
		const time = this.#times.next(this.#next, from);
		if (time !== Infinity) this.#simulation.timers.set(this.#timer, time, TIMER_CLASS.offer);
	}
}
