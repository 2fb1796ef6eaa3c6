import type { Nanoseconds } from '../core/kernel/time';
import type { Moment } from '../core/measures/moments';
import type { LevelKey, SeriesKey } from '../core/measures/series';
import type { Change, Scenario } from '../core/scenario/scenario';

/** Names one run of one page. */
export type RunId = number;

/** At most this many messages of one station travel with a frame by number. */
export const MARKS_PER_STATION = 128;

/** At most this many workers travel with a frame one by one. */
export const HOLDERS_PER_STATION = 128;

/** At most this many recent moves travel with a frame. */
export const MOVES_PER_FRAME = 80;

/** At most this many of them are on one pipe, so that a crowd leaves room for the others. */
export const MOVES_PER_PIPE = 40;

/** At most this many bytes are the arrays of one frame together; the oldest moves give way. */
export const FRAME_BYTES = 8192;

/** A signal is drawn so many times slower than a message: slow enough to notice. */
export const SIGNAL_SLOWNESS = 4;

/** A frame lists at most so many of each signal. */
export const SIGNALS_LISTED = 32;

/** The history of a run has at most this many columns. */
export const HISTORY_COLUMNS = 1000;

/** One reply about the history holds values of at most this size. */
export const HISTORY_BYTES = 65_536;

/** Where a run should go. Whatever lies behind is reached by replay. */
export type Target =
	| { readonly kind: 'time'; readonly time: Nanoseconds }
	| { readonly kind: 'event'; readonly event: number }
	/**
	 * The next notable moment after so many events and up to `until`; that time, or the end of the run,
	 * if there is none.
	 */
	| { readonly kind: 'moment'; readonly after: number; readonly until?: Nanoseconds };

/** Why a run cannot go on: what happened and what to do, as one sentence for people. */
export interface Stopped {
	readonly kind: 'budget' | 'invariant';
	readonly sentence: string;
}

/**
 * One picture of a run at one virtual time. All arrays lie in one transferred buffer of at most
 * 8 kB. Stations, signals and roles are in the order of the strategy's plan; a number that does
 * not exist is NaN.
 */
export interface Frame {
	readonly run: RunId;
	readonly time: Nanoseconds;
	/** Events so far. */
	readonly event: number;
	/** The time of the latest of them; 0 with none. */
	readonly latest: Nanoseconds;
	/** How many of them happened at just that time; 0 with none. */
	readonly rank: number;
	/** The time of the latest event before that time; 0 if there is none. */
	readonly before: Nanoseconds;
	/** The time of the next event; Infinity when nothing more will happen up to the end. */
	readonly next: Nanoseconds;
	/** False when the time slice ran out before the target; ask again. */
	readonly arrived: boolean;
	/** True at the end of the run: nothing more will happen. */
	readonly ended: boolean;
	readonly stopped: Stopped | null;
	/** The digest of the events so far, 16 hexadecimal digits. */
	readonly digest: string;
	/** In the order of `READING_KEYS`. */
	readonly readings: Float64Array;
	/** Messages at each station now. */
	readonly counts: Float64Array;
	/**
	 * How many each station can hold now, of what it holds: messages, places of workers, permits,
	 * tokens, demand. Infinity for no limit, NaN where it does not apply. A station may hold more than
	 * that after its limit was lowered.
	 */
	readonly limits: Float64Array;
	/** How long messages take to cross each station; 0 where they take no time. */
	readonly crossing: Float64Array;
	/** What the run is compared with now, in the order of `LEVELS`; NaN for what it does not know. */
	readonly levels: Float64Array;
	/** 1 for each station that is shut: nothing gets in that would. */
	readonly shut: Uint8Array;
	/** 1 for each station that has come to an end: nothing will ever go on there. */
	readonly dead: Uint8Array;
	/** Places of each station that are kept for tasks that are over. */
	readonly kept: Uint32Array;
	/**
	 * Message numbers at the stations, the one that leaves next first, at most
	 * `MARKS_PER_STATION` each: those of station i are `marks[markStart[i]]` up to, not including,
	 * `marks[markStart[i + 1]]`. At a holders station the entry k is the message held in place k,
	 * -1 for an idle place, or -2 for one that is kept for a task that is over. There are as many places
	 * as the limit says; while more are held, no place is idle.
	 */
	readonly marks: Int32Array;
	/** Stations + 1 offsets into `marks`. */
	readonly markStart: Int32Array;
	/**
	 * How far the messages on a link are on their way, in [0, 1), in the order of their marks; empty
	 * where messages take no time to travel.
	 */
	readonly transit: Float32Array;
	/**
	 * Start and end of service for each place of the holders station, 2 each; NaN when nobody works
	 * there, also while a message waits there for a worker.
	 */
	readonly service: Float64Array;
	/**
	 * Moves within the last window, oldest first, 4 numbers each: time, message, from, to. `from`
	 * and `to` index the stations; an exit follows the stations, so exit e is stations + e.
	 */
	readonly moves: Float64Array;
	/** Moves within the window on each pipe, then on each exit, listed above or not. */
	readonly flows: Uint32Array;
	/**
	 * What traveled upstream lately, oldest first, 3 each: signal, time, amount; of each signal the
	 * latest `SIGNALS_LISTED`. Lately is within `SIGNAL_SLOWNESS` windows, or the delay of the link if
	 * that is longer, and half as long again.
	 */
	readonly signals: Float64Array;
	/** For each signal, since when it holds (the channel is full, say); NaN while it does not. */
	readonly signalSince: Float64Array;
	/**
	 * Where the processes are parked, 4 each: role, line of the listing, how many, since when the
	 * longest of them.
	 */
	readonly parked: Float64Array;
	/** Notable moments so far. */
	readonly moments: number;
}

/** From `time` on, until the next change of the same level, it is `value`; NaN for none. */
export interface LevelChange {
	readonly key: LevelKey;
	readonly time: Nanoseconds;
	readonly value: number;
}

/**
 * The story of a run so far, in columns of equal width from 0. Values come series by series: those
 * of `series[s]` in column c are `values[s * columns + c]`. Column c covers
 * ((first + c) * width, (first + c + 1) * width]; an event at 0 belongs to column 0. The last
 * column may be still growing.
 */
export interface History {
	readonly run: RunId;
	readonly width: Nanoseconds;
	/** The series of this run, those of all strategies first. */
	readonly series: readonly SeriesKey[];
	readonly first: number;
	readonly columns: number;
	readonly values: Float32Array;
	/** Where these columns end; without `hasMore` that is how far the run has ever been. */
	readonly reached: Nanoseconds;
	/** True when more columns are known than fit into one reply; ask again from where it ends. */
	readonly hasMore: boolean;
	/** All notable moments so far, in order. */
	readonly moments: readonly Moment[];
	/** What series are compared with, in time order; before the first of a level there is none. */
	readonly levels: readonly LevelChange[];
}

/**
 * The engine, as the page sees it through Comlink. It holds any number of runs, has no timer, pushes
 * nothing, and works at most 8 ms before it answers with how far it got. Every promise rejects only
 * when the engine is broken, but for `prepare`.
 */
export interface Engine {
	/**
	 * Fetches the file of the scenario's strategy, if that has not been done. It takes as long as the
	 * network takes, and rejects when the file cannot be had.
	 */
	prepare(scenario: Scenario): void | Promise<void>;
	/**
	 * Starts a run of a scenario that was prepared and goes toward `time`. `replaced` is the run in
	 * whose place it comes, which ends. What the two have in common is not done again: where all that is
	 * new is a change at just this time, that run simply goes on under the new name.
	 */
	open(
		run: RunId,
		scenario: Scenario,
		time: Nanoseconds,
		window: Nanoseconds,
		replaced: RunId | null
	): Frame;
	/** Ends a run. Nothing happens if there is none of that name. */
	close(run: RunId): void;
	/**
	 * Goes toward a target; `window` is how far back the frame's moves reach. Until it has arrived, the
	 * same question is asked again.
	 */
	travel(run: RunId, target: Target, window: Nanoseconds): Frame;
	/**
	 * Goes toward the picture at `time` as it would be if these changes, all at or after that time,
	 * came in place of those that the scenario has from there on: what a turn of a knob would do. The
	 * run stays as it is. Other changes may be asked for before it has arrived.
	 */
	glimpse(run: RunId, time: Nanoseconds, changes: readonly Change[], window: Nanoseconds): Frame;
	/** The stored frame of the history column that ends at or before `time`; null if none. */
	preview(run: RunId, time: Nanoseconds): Frame | null;
	/**
	 * Uses a slice to get ready for what may be asked next by somebody who looks at a frame of that
	 * time and event: a step back, or a knob dragged further. True when there is nothing left to do.
	 */
	rest(run: RunId, time: Nanoseconds, event: number): boolean;
	/** Columns from `first` on, as many as one reply holds. */
	history(run: RunId, first: number): History;
}
