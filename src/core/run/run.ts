import { Parking } from '../kernel/parking/parking';
import { Simulation } from '../kernel/simulation';
import { fromSeconds, type Nanoseconds } from '../kernel/time';
import { TIMER_CLASS, type TimerOwner } from '../kernel/timers';
import type { ItemTable } from '../ledger/item-table';
import { type LatencyObserver, Ledger } from '../ledger/ledger';
import type { MessageObserver } from '../ledger/message-observer';
import { MoveLog } from '../ledger/move-log';
import { RecentLog } from '../ledger/recent-log';
import { placesOf } from '../plan/places';
import { disturbs, isOnlyJudgedBy } from '../scenario/effect';
import type { Change, Scenario } from '../scenario/scenario';
import { withValue } from '../scenario/settings';
import type { Mechanism, Strategy } from '../strategies/strategy';
import { Consumer } from '../world/consumer';
import { Source } from '../world/source';
import type { World } from '../world/world';
import { Invariants } from './invariants';
import { Turns } from './turns';

/** More events than any scenario within the allowed ranges needs, short of a storm of retries. */
const EVENT_BUDGET = 50_000_000;

/** A window with more moves or signals than these is a blur on any screen. */
const MOVES_KEPT = 32_768;
const SIGNALS_KEPT = 1024;

/** A run that needs more events than the budget; the message names the field to mend. */
export class BudgetError extends Error {
	override readonly name = 'BudgetError';
}

/** Somebody who looks at a run while it goes on. */
export interface RunWatcher extends LatencyObserver {
	/** Called after each event. */
	settled(): void;
	/** The run stops here on its way, so that `left` sees it at exactly this time. */
	readonly nextStop: Nanoseconds;
	/** All events up to and including `nextStop` have happened, and the run is about to go on. */
	left(): void;
	/** A knob was turned, at `now`. */
	changed(change: Change, now: Nanoseconds): void;
}

export interface RunOptions {
	/** Keeps the times of every message. */
	readonly items?: ItemTable | null;
	/** Is told what happens to each message, in the stead of the table. */
	readonly observer?: MessageObserver | null;
	/** Whether to keep the latest moves and signals, and where processes are parked, for pictures. */
	readonly pictures?: boolean;
}

/** A scenario at work: a world, and how far it has come. Everything about it follows from data. */
export class Run implements TimerOwner {
	/** The scenario, with every change so far that was made while it ran. */
	scenario: Scenario;
	readonly world: World;
	readonly mechanism: Mechanism;
	readonly items: ItemTable | null;
	readonly moves: MoveLog | null;
	readonly signals: RecentLog | null;
	watcher: RunWatcher | null = null;

	readonly #simulation: Simulation;
	readonly #invariants: Invariants;
	readonly #timer: number;
	/** Shared with the whole world, which reads the values in force from it. */
	readonly #settings: Scenario;
	/** The changes that are events of the run, and those by which it is only judged. */
	readonly #turns: Turns;
	readonly #judgments: Turns;
	#time: Nanoseconds = 0;
	#end: Nanoseconds;
	/** Events at the time of the latest, and the time of the latest before that time. */
	#rank = 0;
	#instant: Nanoseconds = 0;
	#instantBefore: Nanoseconds = 0;

	/** @param Strategy the one that the scenario names, with the scenario's mistakes in it */
	constructor(scenario: Scenario, Strategy: Strategy, options: RunOptions = {}) {
		this.scenario = scenario;
		this.#settings = { ...scenario };
		this.#turns = new Turns(scenario.changes.filter(({ set }) => !isOnlyJudgedBy(set)));
		this.#judgments = new Turns(scenario.changes.filter(({ set }) => isOnlyJudgedBy(set)));
		this.#end = fromSeconds(scenario.duration);
		const { shape } = Strategy;
		const { items = null } = options;
		this.items = items;
		this.#simulation = new Simulation(options.pictures ? new Parking() : null);
		const ends = shape.stations.length + shape.exits.length;
		this.moves = options.pictures ? new MoveLog(MOVES_KEPT, ends) : null;
		this.signals = options.pictures ? new RecentLog(SIGNALS_KEPT) : null;
		const places = placesOf(shape);
		const ledger = new Ledger(this.#simulation, places, {
			items: options.observer ?? items,
			moves: this.moves,
			latencies: { completed: (offered, accepted) => this.watcher?.completed(offered, accepted) }
		});
		ledger.deadline = deadlineOf(scenario);
		this.#timer = this.#simulation.timers.register(this);
		this.world = {
			simulation: this.#simulation,
			settings: this.#settings,
			shape,
			places,
			ledger,
			source: new Source(this.#simulation, this.#settings, ledger),
			consumer: new Consumer(this.#simulation, this.#settings, ledger, places.holders),
			signals: this.signals
		};
		this.mechanism = new Strategy(this.world);
		this.#invariants = new Invariants(this.world, this.mechanism);
		this.#simulation.onsettled = () => this.#settled();
		this.#simulation.settle();
		this.#armChange();
	}

	/** How far the run has come. */
	get time(): Nanoseconds {
		return this.#time;
	}

	/** Events so far. */
	get event(): number {
		return this.#simulation.events;
	}

	/** The time of the latest event; 0 before the first. */
	get latestEventTime(): Nanoseconds {
		return this.#simulation.now;
	}

	/** How many of the events so far happened at just the time of the latest; 0 before the first. */
	get rank(): number {
		return this.#rank;
	}

	/** The time of the latest event before that time; 0 if there is none. */
	get eventTimeBefore(): Nanoseconds {
		return this.#instantBefore;
	}

	/** The time of the next event; Infinity when nothing more will happen. */
	get nextEventTime(): Nanoseconds {
		const time = this.#simulation.timers.nextTime;
		return time > this.#end ? Infinity : time;
	}

	/** Where the run ends, as far as is known now. */
	get end(): Nanoseconds {
		return this.#end;
	}

	/** The values in force now. */
	get settings(): Scenario {
		return this.#settings;
	}

	/** Messages that are accepted and not yet started. */
	get queued(): number {
		let queued = 0;
		for (const store of this.mechanism.stores) queued += store.length;
		return queued;
	}

	get hasEnded(): boolean {
		return this.#time >= this.#end && this.nextEventTime === Infinity;
	}

	/**
	 * Runs every event up to and including `until`, or the next `limit` events. With a limit it also
	 * returns after each stop of its watcher, where no event may be and yet much to do.
	 * @returns true if it came as far as asked, or to the end.
	 * @throws {BudgetError} if the run has used up its events.
	 * @throws {InvariantError} if a law is broken.
	 */
	advance(until: Nanoseconds, limit = Infinity): boolean {
		const last = this.event + limit;
		for (;;) {
			const target = Math.min(until, this.#end);
			const next = Math.min(target, this.#changeTime(), this.watcher?.nextStop ?? Infinity);
			// What a run is judged by is turned between two events, before all others of its instant.
			const stop = Math.min(next, this.#judgments.nextTime - 1);
			const budget = Math.min(last, EVENT_BUDGET) - this.event;
			if (!this.#simulation.advance(stop, budget)) {
				this.#time = this.latestEventTime;
				if (this.event >= EVENT_BUDGET) throw budgetError(this);
				return false;
			}
			// With its events used up, a run stands at the last of them, not where nothing more happens.
			if (limit !== Infinity && this.event >= last) {
				this.#time = this.latestEventTime;
				return this.#time >= target;
			}
			this.#time = Math.max(stop, this.#time);
			if (stop < next) {
				this.#judgeAnew();
				continue;
			}
			if (stop >= Math.min(until, this.#end)) return true;
			if (this.watcher === null || stop < this.watcher.nextStop) continue;
			this.watcher.left();
			if (limit !== Infinity) return false;
		}
	}

	/**
	 * Takes back that time has gone on since the latest event.
	 * @throws {RangeError} if that is not where `time` is.
	 */
	rewind(time: Nanoseconds): void {
		if (time < this.latestEventTime || time > this.#time) {
			throw new RangeError(`${time} ns is not between the latest event and ${this.#time} ns`);
		}
		this.#time = time;
	}

	/**
	 * Adds a turn of a knob at the present time, to happen before anything else that is still to
	 * come. What is at exactly the present time and has happened already stays before it; replay
	 * would put it behind, so a caller that wants replay to agree makes sure there is no such event.
	 */
	change(change: Change): void {
		this.scenario = { ...this.scenario, changes: [...this.scenario.changes, change] };
		if (isOnlyJudgedBy(change.set)) this.#judgments.push(change);
		else {
			this.#turns.push(change);
			this.#armChange();
		}
	}

	/** Turns the next knob of the scenario. */
	fire(): void {
		const change = this.#turns.shift();
		// The timer is armed only while a change is left.
		if (change !== undefined) this.#apply(change);
		this.#armChange();
	}

	#apply(change: Change): void {
		const { source, consumer, ledger, simulation } = this.world;
		const oldRate = this.#settings.source.rate;
		Object.assign(this.#settings, withValue(this.#settings, change.set, change.to));
		ledger.change(this.#turns.made);
		if (disturbs(change.set)) ledger.disturb();
		if (change.set === 'duration') {
			this.#end = Math.max(fromSeconds(this.#settings.duration), simulation.now);
		} else if (change.set === 'source.rate') source.rateChanged(oldRate);
		else if (change.set === 'consumer.workers') consumer.workersChanged();
		else this.mechanism.changed?.(change.set);
		this.watcher?.changed(change, simulation.now);
	}

	/** Turns the next knob by which the run is only judged. Nothing happens in the run. */
	#judgeAnew(): void {
		const now = Math.max(this.#judgments.nextTime, this.#time);
		const change = this.#judgments.shift();
		if (change === undefined) return;
		Object.assign(this.#settings, withValue(this.#settings, change.set, change.to));
		this.world.ledger.deadline = deadlineOf(this.#settings);
		this.watcher?.changed(change, now);
	}

	#armChange(): void {
		const time = this.#changeTime();
		if (time !== Infinity) this.#simulation.timers.set(this.#timer, time, TIMER_CLASS.change);
	}

	#changeTime(): Nanoseconds {
		return Math.max(this.#turns.nextTime, this.#time);
	}

	#settled(): void {
		const { ledger, simulation } = this.world;
		if (simulation.now === this.#instant) this.#rank++;
		else {
			this.#rank = 1;
			this.#instantBefore = this.#instant;
			this.#instant = simulation.now;
		}
		ledger.backlog.settle();
		ledger.memory.settle();
		if (ledger.recovery.isOpen) ledger.recovery.settle(ledger.backlog.value, simulation.now);
		this.mechanism.lag?.settle();
		this.#invariants.check();
		this.watcher?.settled();
	}
}

/** In force where there is none: everything is in time. */
function deadlineOf({ deadline }: Scenario): Nanoseconds {
	return deadline === null ? Infinity : fromSeconds(deadline);
}

function budgetError(run: Run): BudgetError {
	const { attempts, offered } = run.world.ledger;
	const field = attempts > 2 * offered ? 'raise refused.after' : 'lower duration or source.rate';
	return new BudgetError(
		`the run needs more than ${EVENT_BUDGET} events by ${run.time / 1e9} s: ${field}`
	);
}
