import { fromSeconds, type Nanoseconds } from '../../core/kernel/time';
import type { Moment } from '../../core/measures/moments';
import type { Run, RunWatcher } from '../../core/run/run';
import { isOnlyJudgedBy } from '../../core/scenario/effect';
import type { Change } from '../../core/scenario/scenario';
import { endOf } from '../../core/scenario/settings';
import { composeFrame } from '../frame/compose-frame';
import type { Frame, History, RunId } from '../protocol';
import { Columns, type KnownColumns } from '../story/columns';
import { MomentWatch, type Watching } from '../story/moment-watch';
import type { CommonPast } from './common-past';
import { EVENTS_PER_LOOK, type Slice } from './slice';

/** The story of a run up to the end of a column, for another run that is the same up to there. */
export interface Past {
	readonly until: Nanoseconds;
	readonly columns: KnownColumns;
	readonly moments: readonly Moment[];
	/** How the watch for moments stood at the end of each column. */
	readonly watches: readonly Watching[];
	readonly previews: readonly Frame[];
}

/**
 * The run that has come furthest. It writes the history: columns, notable moments, and one frame a
 * column to show while somebody scrubs. It only ever moves forward.
 */
export class Head implements RunWatcher {
	/** Replies carry it; a run that grows gets a new one. */
	id: RunId;
	readonly run: Run;
	/** How far back the moves of the previews reach. */
	window: Nanoseconds = 0;

	readonly #columns: Columns;
	readonly #moments: MomentWatch;
	readonly #watches: Watching[] = [];
	readonly #previews: Frame[] = [];
	/** False while the run is on its way through what is known already. */
	#isWriting = true;

	/**
	 * @param run one that stands at or before the end of what is known
	 * @param past what is known of it already; without it the run stands at 0
	 */
	constructor(id: RunId, run: Run, past: Past | null = null) {
		this.id = id;
		this.run = run;
		const end = fromSeconds(endOf(run.scenario));
		this.#columns = new Columns(run, end, past?.columns);
		this.#moments = new MomentWatch(run, end);
		if (past !== null) this.#goOnFrom(past);
		run.watcher = this;
	}

	get moments(): readonly Moment[] {
		return this.#moments.moments;
	}

	get nextStop(): Nanoseconds {
		return this.#isWriting ? this.#columns.nextEdge : this.#columns.start;
	}

	/** Whether nothing is known beyond where the run stands. */
	get isAtTheFront(): boolean {
		return this.#isWriting;
	}

	left(): void {
		if (this.#isWriting) this.#close();
		else {
			this.#isWriting = true;
			this.#columns.begin();
		}
	}

	settled(): void {
		if (!this.#isWriting) return;
		this.#columns.settled();
		this.#moments.settled();
	}

	completed(sinceOffered: Nanoseconds, sinceAccepted: Nanoseconds): void {
		if (this.#isWriting) this.#columns.completed(sinceOffered, sinceAccepted);
	}

	changed({ set }: Change, now: Nanoseconds): void {
		if (!this.#isWriting) return;
		this.#columns.changed(now);
		// Where nothing goes otherwise there is nothing to stop at.
		if (!isOnlyJudgedBy(set)) this.#moments.knobTurned();
	}

	/**
	 * Goes on for a slice until it is known which moment is the first after so many events, or that
	 * there is none up to `until`. True when it is known.
	 */
	findMoment(after: number, until: Nanoseconds, slice: Slice): boolean {
		const { run, moments } = this;
		const isKnown = () => (moments.at(-1)?.event ?? 0) > after;
		let isThere = false;
		// However short the slice, something is done in it.
		while (!isKnown() && !isThere) {
			const stop = this.nextStop;
			let events = 0;
			do isThere = run.advance(until, 1);
			while (!isKnown() && !isThere && this.nextStop === stop && ++events < EVENTS_PER_LOOK);
			if (slice.isOver) break;
		}
		return isKnown() || isThere;
	}

	/** The frame of the last complete column at or before `time`; null if there is none. */
	previewAt(time: Nanoseconds): Frame | null {
		const { nextEdge, width } = this.#columns;
		// A column that is complete but not left yet has no frame so far.
		const isComplete = this.run.time === nextEdge && this.run.nextEventTime > nextEdge;
		if (isComplete && time >= nextEdge) return this.#picture();
		const column = Math.floor(time / width) - 1;
		return this.#previews[Math.min(column, this.#previews.length - 1)] ?? null;
	}

	/** The columns from `first` on, as many as one reply holds, and all moments. */
	historyFrom(first: number): History {
		const { length, start, width, series, levels } = this.#columns;
		const from = Math.min(first, length);
		const { columns, values, hasMore } = this.#columns.copyFrom(from);
		return {
			run: this.id,
			width,
			series,
			first: from,
			columns,
			values,
			reached: hasMore ? (from + columns) * width : Math.max(this.run.time, start),
			hasMore,
			moments: this.moments,
			levels
		};
	}

	/** The end of the last column that ends before `time` and is known; 0 if there is none. */
	edgeBefore(time: Nanoseconds): Nanoseconds {
		return this.#columns.knownBefore(time).length * this.#columns.width;
	}

	/**
	 * What is known up to that edge and holds for another run too that is the same up to there; null if
	 * it is nothing.
	 */
	pastBefore(time: Nanoseconds, { turn, otherTurn }: CommonPast): Past | null {
		// A picture says when the next event is. Where that is a turn that the other run does not make,
		// nobody knows what comes in its place.
		const isTold = ({ next }: Frame) => next < turn || otherTurn <= turn;
		const told = this.#previews.findLastIndex(isTold) + 1;
		const columns = this.#columns.knownBefore(Math.min(time, (told + 1) * this.#columns.width));
		const { length } = columns;
		if (length === 0) return null;
		return {
			until: length * this.#columns.width,
			columns,
			moments: this.moments,
			watches: this.#watches.slice(0, length),
			previews: this.#previews.slice(0, length).map((frame) => beforeTurn(frame, otherTurn))
		};
	}

	/** A knob will be turned that nobody knew of; what is kept said what would have come next. */
	turnsKnob(): void {
		const { nextEventTime } = this.run;
		this.#previews.forEach((frame, column) => {
			this.#previews[column] = beforeTurn(frame, nextEventTime);
		});
	}

	#goOnFrom({ moments, watches, previews }: Past): void {
		this.#isWriting = false;
		this.#previews.push(...previews);
		this.#watches.push(...watches);
		const last = watches.at(-1);
		if (last !== undefined) this.#moments.goOn(last, moments);
	}

	#close(): void {
		this.#columns.close();
		this.#watches.push(this.#moments.watching);
		this.#previews.push(this.#picture());
	}

	#picture(): Frame {
		return composeFrame(this.run, {
			run: this.id,
			arrived: true,
			stopped: null,
			window: this.window,
			moments: this.moments.length
		});
	}
}

/** A picture in a run that turns a knob at a later time. */
function beforeTurn(frame: Frame, time: Nanoseconds): Frame {
	return frame.next <= time ? frame : { ...frame, next: time };
}
