import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { Histogram } from '../measures/histogram';
import { PeakCount } from '../measures/peak-count';
import { Stock } from '../measures/stock';
import type { Places } from '../plan/places';
import { Digest } from './digest';
import { HeldBack } from './held-back';
import type { Message } from './message';
import type { MessageObserver, Outcome } from './message-observer';
import { MessageTimes } from './message-times';
import type { MoveLog } from './move-log';
import { Recovery } from './recovery';

/** What can happen to a message, as the digest counts it. */
const EVENT_KIND = {
	offered: 1,
	taken: 2,
	accepted: 3,
	started: 4,
	completed: 5,
	dropped: 6,
	refused: 7,
	lost: 8,
	turnedAway: 9,
	changed: 10,
	moved: 11
} as const;

/** Somebody who keeps the latency of each message that is done. */
export interface LatencyObserver {
	completed(sinceOffered: Nanoseconds, sinceAccepted: Nanoseconds): void;
}

/** What the ledger also feeds when somebody watches; a headless run needs none of it. */
export interface LedgerWatchers {
	readonly items: MessageObserver | null;
	readonly moves: MoveLog | null;
	readonly latencies: LatencyObserver | null;
}

/**
 * The book of messages: what happened to each, when, and how many of each kind there are. Whatever
 * happens to a message is written here once, at its instant, and counted, measured, digested and
 * shown from here.
 */
export class Ledger {
	offered = 0;
	accepted = 0;
	completed = 0;
	/** Of the completed, those within the deadline that held then, and the others. */
	inTime = 0;
	late = 0;
	refused = 0;
	dropped = 0;
	lost = 0;
	attempts = 0;
	/** The message in the producer's hand; -1 for none. */
	inHand: Message = -1;
	/** How long after its offer a message is still done in time, that long included. */
	deadline: Nanoseconds = Infinity;

	readonly times = new MessageTimes();
	/** Offered and not yet completed, refused, dropped or lost. */
	readonly backlog = new Stock();
	/** In the producer's hand, in buffers, polled, in tasks and in service; not in a topic. */
	readonly memory = new PeakCount();
	readonly heldBack = new HeldBack();
	readonly recovery = new Recovery();
	readonly sinceOffered = new Histogram();
	readonly sinceAccepted = new Histogram();
	readonly digest = new Digest();
	readonly #simulation: Simulation;
	readonly #places: Places;
	readonly #watchers: LedgerWatchers;

	constructor(simulation: Simulation, places: Places, watchers: LedgerWatchers) {
		this.#simulation = simulation;
		this.#places = places;
		this.#watchers = watchers;
	}

	/** Messages in the producer's hand: 0 or 1. */
	get hand(): number {
		return this.inHand < 0 ? 0 : 1;
	}

	offer(message: Message): void {
		const now = this.#simulation.now;
		this.offered++;
		this.times.offer(message, now);
		this.backlog.add(1, now);
		this.digest.add(now, EVENT_KIND.offered, message, this.#places.source);
		this.#watchers.items?.offer(message, now);
	}

	/** The producer takes the message in its hand. */
	take(message: Message): void {
		this.inHand = message;
		this.memory.add(1);
		this.#move(EVENT_KIND.taken, message, this.#places.source, this.#places.producer);
	}

	/** The producer tries to hand a message over. */
	attempt(): void {
		this.attempts++;
	}

	/** The message in hand was turned away and stays in hand, to be tried again. */
	turnAway(message: Message): void {
		const now = this.#simulation.now;
		this.digest.add(now, EVENT_KIND.turnedAway, message, this.#places.producer);
		this.heldBack.refuse(now);
	}

	/** The strategy takes the message over, into the given store. */
	accept(message: Message, store: number): void {
		const now = this.#simulation.now;
		this.accepted++;
		this.times.accept(message, now);
		this.#leaveHand(message, now);
		this.#move(EVENT_KIND.accepted, message, this.#places.producer, store);
		this.#watchers.items?.accept(message, now);
	}

	/** The strategy takes the message over into a topic, which is not in memory. */
	append(message: Message, topic: number): void {
		this.attempts++;
		this.accept(message, topic);
		this.memory.add(-1);
	}

	/** The message is taken out of a topic, into memory. */
	poll(message: Message, topic: number, store: number): void {
		this.memory.add(1);
		this.move(message, topic, store);
	}

	/** The message goes on from one station to another, where it waits. */
	move(message: Message, from: number, to: number): void {
		this.#move(EVENT_KIND.moved, message, from, to);
	}

	/** A worker starts on the message. */
	start(message: Message): void {
		this.#move(EVENT_KIND.started, message, this.#places.beforeService, this.#places.holders);
		this.#watchers.items?.start(message, this.#simulation.now);
	}

	/** A worker is done with the message. */
	complete(message: Message): void {
		const now = this.#simulation.now;
		this.completed++;
		const sinceOffered = now - this.times.offeredAt(message);
		const sinceAccepted = now - this.times.acceptedAt(message);
		this.sinceOffered.record(sinceOffered);
		this.sinceAccepted.record(sinceAccepted);
		if (sinceOffered <= this.deadline) this.inTime++;
		else this.late++;
		this.#watchers.latencies?.completed(sinceOffered, sinceAccepted);
		this.#move(EVENT_KIND.completed, message, this.#places.holders, this.#places.done);
		this.#watchers.items?.complete(message, now);
		this.#close(message, 'done', now);
	}

	/** The message is thrown away because there is no room for it, in hand or in the given store. */
	drop(message: Message, store = this.#places.lastStore): void {
		this.dropped++;
		const from = message === this.inHand ? this.#places.producer : store;
		this.#move(EVENT_KIND.dropped, message, from, this.#places.exits.get('dropped') ?? -1);
		this.#close(message, 'dropped', this.#simulation.now);
	}

	/** The message in hand is turned away for good, and leaves through an exit. */
	refuse(message: Message, exit = 'refused'): void {
		this.refused++;
		const { producer, exits } = this.#places;
		this.#move(EVENT_KIND.refused, message, producer, exits.get(exit) ?? -1);
		this.heldBack.refuse(this.#simulation.now);
		this.#close(message, 'refused', this.#simulation.now);
	}

	/** The message dies at the given station, together with whoever held it. */
	lose(message: Message, station: number): void {
		this.lost++;
		this.#move(EVENT_KIND.lost, message, station, this.#places.exits.get('lost') ?? -1);
		this.#close(message, 'lost', this.#simulation.now);
	}

	/** A knob was turned, the `count`-th of the run, counted from 1. */
	change(count: number): void {
		this.digest.add(this.#simulation.now, EVENT_KIND.changed, count, 0);
	}

	/** From here on things go otherwise: what follows a turned knob is measured afresh. */
	disturb(): void {
		const now = this.#simulation.now;
		this.heldBack.mark(now);
		this.recovery.mark(this.backlog.value, now);
	}

	#close(message: Message, outcome: Outcome, now: Nanoseconds): void {
		this.#leaveHand(message, now);
		this.backlog.add(-1, now);
		this.memory.add(-1);
		this.times.forget(message);
		this.#watchers.items?.close(message, outcome);
	}

	#leaveHand(message: Message, now: Nanoseconds): void {
		if (message !== this.inHand) return;
		this.inHand = -1;
		this.heldBack.release(now);
	}

	#move(kind: number, message: Message, from: number, to: number): void {
		const now = this.#simulation.now;
		this.digest.add(now, kind, message, to);
		// What happens to a message where it is, is no move.
		if (from !== to) this.#watchers.moves?.push(now, message, from, to);
	}
}
