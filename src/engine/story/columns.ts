import { grown } from '../../core/kernel/grown';
import { type Nanoseconds, toSeconds } from '../../core/kernel/time';
import { Histogram } from '../../core/measures/histogram';
import {
	type CommonKey,
	FOLLOWED,
	type FollowedKey,
	LEVELS,
	type LevelKey,
	SERIES,
	type SeriesKey
} from '../../core/measures/series';
import type { Run } from '../../core/run/run';
import { readLevel } from '../frame/read-level';
import { HISTORY_BYTES, HISTORY_COLUMNS, type LevelChange } from '../protocol';
import { Follower } from './follower';

/** The counters of a run at the start of a column, to know what a column added. */
interface Baseline {
	offered: number;
	accepted: number;
	completed: number;
	late: number;
	gone: number;
}

/** The first columns of a run, for another run that is the same up to the end of them. */
export interface KnownColumns {
	readonly length: number;
	/** At least so many columns of each series, `HISTORY_COLUMNS` apart. */
	readonly values: Float32Array;
	readonly levels: readonly LevelChange[];
}

/**
 * The history of a run, column by column, written while the run goes on. Flows are differences of
 * the run's own counters, so that the columns always add up to them.
 */
export class Columns {
	readonly width: Nanoseconds;
	/** The series that this run has, those of all strategies first. */
	readonly series: readonly SeriesKey[];
	/** What series are compared with, in time order. */
	readonly levels: LevelChange[] = [];
	/** Columns that are complete. */
	length = 0;

	readonly #run: Run;
	readonly #followers: readonly Follower[];
	readonly #values: Float32Array;
	readonly #levels = new Map<LevelKey, number>();
	#baseline: Baseline = { offered: 0, accepted: 0, completed: 0, late: 0, gone: 0 };
	#backlogMin = 0;
	#backlogMax = 0;
	readonly #sinceOffered = new Sample();
	readonly #sinceAccepted = new Sample();

	/**
	 * @param end where the run ends: `HISTORY_COLUMNS` columns reach just there.
	 * @param known columns that need not be written; `begin` is called when the run has come so far.
	 */
	constructor(run: Run, end: Nanoseconds, known: KnownColumns | null = null) {
		this.#run = run;
		this.width = Math.max(1, Math.ceil(end / HISTORY_COLUMNS));
		const followed = Object.entries(run.mechanism.followed ?? {}) as [FollowedKey, () => number][];
		this.#followers = followed.map(([key, read]) => new Follower(read, FOLLOWED[key]));
		this.series = [...SERIES, ...followed.map(([key]) => key)];
		this.#values = new Float32Array(this.series.length * HISTORY_COLUMNS);
		if (known === null) this.changed(0);
		else this.#take(known);
	}

	/** The start of the growing column. */
	get start(): Nanoseconds {
		return this.length * this.width;
	}

	/** The end of the growing column; Infinity when all columns are full. */
	get nextEdge(): Nanoseconds {
		return this.length < HISTORY_COLUMNS ? (this.length + 1) * this.width : Infinity;
	}

	/** Takes note of how things stand after an event. */
	settled(): void {
		const { ledger, simulation } = this.#run.world;
		const backlog = ledger.backlog.value;
		if (backlog < this.#backlogMin) this.#backlogMin = backlog;
		if (backlog > this.#backlogMax) this.#backlogMax = backlog;
		for (const follower of this.#followers) follower.settled(simulation.now);
	}

	completed(sinceOffered: Nanoseconds, sinceAccepted: Nanoseconds): void {
		this.#sinceOffered.push(sinceOffered);
		this.#sinceAccepted.push(sinceAccepted);
	}

	/** Takes note of the levels after a knob was turned at `time`. */
	changed(time: Nanoseconds): void {
		for (const key of LEVELS) {
			const value = readLevel(this.#run, key);
			if (Object.is(value, this.#levels.get(key) ?? Number.NaN)) continue;
			this.#levels.set(key, value);
			this.levels.push({ key, time, value });
		}
	}

	/** Completes the growing column; the run stands exactly at its end. */
	close(): void {
		this.#write(this.#values, HISTORY_COLUMNS, this.length);
		this.length++;
		this.begin();
	}

	/** Begins the growing column; the run stands exactly at its start. */
	begin(): void {
		this.#baseline = this.#counters();
		this.#backlogMin = this.#backlogMax = this.#run.world.ledger.backlog.value;
		this.#sinceOffered.clear();
		this.#sinceAccepted.clear();
		for (const follower of this.#followers) follower.begin(this.#run.time);
	}

	/** The columns that end before `time`. */
	knownBefore(time: Nanoseconds): KnownColumns {
		const length = Math.max(0, Math.min(this.length, Math.ceil(time / this.width) - 1));
		const levels = this.levels.filter((level) => level.time <= length * this.width);
		return { length, values: this.#values, levels };
	}

	/**
	 * The columns from `first` on, as many as one reply holds, with the growing one if the run stands
	 * inside it.
	 */
	copyFrom(first: number): {
		readonly columns: number;
		readonly values: Float32Array;
		readonly hasMore: boolean;
	} {
		const isGrowing = this.length < HISTORY_COLUMNS && this.#run.time > this.start;
		const known = this.length + (isGrowing ? 1 : 0);
		const room = Math.floor(HISTORY_BYTES / (this.series.length * this.#values.BYTES_PER_ELEMENT));
		const columns = Math.min(known - first, room);
		const values = new Float32Array(this.series.length * columns);
		for (let series = 0; series < this.series.length; series++) {
			const from = series * HISTORY_COLUMNS + first;
			values.set(this.#values.subarray(from, from + columns), series * columns);
		}
		const hasMore = first + columns < known;
		if (isGrowing && !hasMore) this.#write(values, columns, columns - 1);
		return { columns, values, hasMore };
	}

	#take({ length, values, levels }: KnownColumns): void {
		this.length = length;
		for (let series = 0; series < this.series.length; series++) {
			const from = series * HISTORY_COLUMNS;
			this.#values.set(values.subarray(from, from + length), from);
		}
		this.levels.push(...levels);
		for (const { key, value } of levels) this.#levels.set(key, value);
	}

	#write(values: Float32Array, stride: number, column: number): void {
		const { ledger } = this.#run.world;
		const counters = this.#counters();
		const before = this.#baseline;
		const row: Readonly<Record<CommonKey, number>> = {
			offered: counters.offered - before.offered,
			accepted: counters.accepted - before.accepted,
			completed: counters.completed - before.completed,
			late: counters.late - before.late,
			gone: counters.gone - before.gone,
			backlogMin: this.#backlogMin,
			backlogMax: this.#backlogMax,
			backlogLast: ledger.backlog.value,
			queuedLast: this.#run.queued,
			sinceOfferedP50: toSeconds(this.#sinceOffered.quantile(0.5)),
			sinceOfferedP99: toSeconds(this.#sinceOffered.quantile(0.99)),
			sinceAcceptedP50: toSeconds(this.#sinceAccepted.quantile(0.5)),
			sinceAcceptedP99: toSeconds(this.#sinceAccepted.quantile(0.99))
		};
		SERIES.forEach((key, series) => {
			values[series * stride + column] = row[key];
		});
		this.#followers.forEach((follower, index) => {
			values[(SERIES.length + index) * stride + column] = follower.valueAt(this.#run.time);
		});
	}

	#counters(): Baseline {
		const { offered, accepted, completed, late, refused, dropped, lost } = this.#run.world.ledger;
		return { offered, accepted, completed, late, gone: refused + dropped + lost };
	}
}

/** So many latencies of a column are kept one by one. */
const KEPT = 8192;

/**
 * The latencies of one column: exact percentiles of as many as are kept one by one, and within
 * `Histogram.RELATIVE_ERROR` when there are more. So a column costs the same however much falls in
 * it.
 */
class Sample {
	#values = new Float64Array(256);
	#length = 0;
	#isSorted = true;
	/** All of them, once there are too many to keep. */
	#crowd: Histogram | null = null;

	push(value: number): void {
		if (this.#length < KEPT) {
			if (this.#length === this.#values.length) {
				this.#values = grown(this.#values, 2 * this.#length);
			}
			this.#values[this.#length++] = value;
			this.#isSorted = false;
			return;
		}
		if (this.#crowd === null) {
			this.#crowd = new Histogram();
			for (const kept of this.#values.subarray(0, KEPT)) this.#crowd.record(kept);
		}
		this.#crowd.record(value);
	}

	clear(): void {
		this.#length = 0;
		this.#isSorted = true;
		this.#crowd = null;
	}

	/** The smallest value with at least that share of all at or below it; NaN if there is none. */
	quantile(share: number): number {
		if (this.#crowd !== null) return this.#crowd.quantile(share);
		const sorted = this.#values.subarray(0, this.#length);
		if (!this.#isSorted) sorted.sort();
		this.#isSorted = true;
		const rank = Math.max(1, Math.ceil(share * this.#length));
		return sorted[rank - 1] ?? Number.NaN;
	}
}
