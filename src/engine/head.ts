import { fromSeconds, type Nanoseconds } from '../core/kernel/time';
import type { Moment } from '../core/measures/moments';
import { Run, type RunWatcher } from '../core/run/run';
import { isOnlyJudgedBy } from '../core/scenario/effect';
import type { Change, Scenario } from '../core/scenario/scenario';
import { endOf } from '../core/scenario/settings';
import type { Strategy } from '../core/strategies/strategy';
import { Columns } from './columns';
import { composeFrame } from './compose-frame';
import { MomentWatch } from './moment-watch';
import type { Frame, History, RunId } from './protocol';

/**
 * The run that has come furthest. It writes the history: columns, notable moments, and one frame a
 * column to show while somebody scrubs. It only ever moves forward.
 */
export class Head implements RunWatcher {
	/** Replies carry it; a run that grows gets a new one. */
	id: RunId;
	readonly run: Run;
	readonly previews: Frame[] = [];
	/** How far back the moves of the previews reach. */
	window: Nanoseconds = 0;

	readonly #columns: Columns;
	readonly #moments: MomentWatch;

	constructor(id: RunId, scenario: Scenario, Strategy: Strategy) {
		this.id = id;
		this.run = new Run(scenario, Strategy, { pictures: true });
		const end = fromSeconds(endOf(scenario));
		this.#columns = new Columns(this.run, end);
		this.#moments = new MomentWatch(this.run, end);
		this.run.watcher = this;
	}

	get moments(): readonly Moment[] {
		return this.#moments.moments;
	}

	get nextStop(): Nanoseconds {
		return this.#columns.nextEdge;
	}

	reached(): void {
		this.#columns.close();
		this.previews.push(
			composeFrame(this.run, {
				run: this.id,
				arrived: true,
				stopped: null,
				window: this.window,
				moments: this.moments.length
			})
		);
	}

	settled(): void {
		this.#columns.settled();
		this.#moments.settled();
	}

	completed(sinceOffered: Nanoseconds, sinceAccepted: Nanoseconds): void {
		this.#columns.completed(sinceOffered, sinceAccepted);
	}

	changed({ set }: Change, now: Nanoseconds): void {
		this.#columns.changed(now);
		// Where nothing goes otherwise there is nothing to stop at.
		if (!isOnlyJudgedBy(set)) this.#moments.knobTurned();
	}

	/** The frame of the last complete column at or before `time`; null if there is none. */
	previewAt(time: Nanoseconds): Frame | null {
		const column = Math.floor(time / this.#columns.width) - 1;
		return this.previews[Math.min(column, this.previews.length - 1)] ?? null;
	}

	/** The columns from `first` on, as many as one reply holds, and all moments. */
	historyFrom(first: number): History {
		const { length, width, series, levels } = this.#columns;
		const from = Math.min(first, length);
		const { columns, values, hasMore } = this.#columns.copyFrom(from);
		return {
			run: this.id,
			width,
			series,
			first: from,
			columns,
			values,
			reached: hasMore ? (from + columns) * width : this.run.time,
			hasMore,
			moments: this.moments,
			levels
		};
	}
}
