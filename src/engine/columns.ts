import type { Nanoseconds } from '../core/kernel/time';
import { SERIES, type SeriesKey } from '../core/measures/series';
import type { Run } from '../core/run/run';
import { HISTORY_COLUMNS } from './protocol';

const INDEX = Object.fromEntries(SERIES.map((key, index) => [key, index])) as Record<
	SeriesKey,
	number
>;

/** The counters of a run at the start of a column, to know what a column added. */
interface Baseline {
	offered: number;
	accepted: number;
	completed: number;
	gone: number;
	heldBack: Nanoseconds;
}

/**
 * The history of a run, column by column, written while the run goes on. Flows are differences of
 * the run's own counters, so that the columns always add up to them.
 */
export class Columns {
	readonly width: Nanoseconds;
	/** Columns that are complete. */
	length = 0;

	readonly #run: Run;
	readonly #values = new Float32Array(SERIES.length * HISTORY_COLUMNS);
	#baseline: Baseline = { offered: 0, accepted: 0, completed: 0, gone: 0, heldBack: 0 };
	#backlogMin = 0;
	#backlogMax = 0;
	#queuedMax = 0;
	readonly #sinceOffered = new Sample();
	readonly #sinceAccepted = new Sample();

	/** @param end where the run ends: `HISTORY_COLUMNS` columns reach just there. */
	constructor(run: Run, end: Nanoseconds) {
		this.#run = run;
		this.width = Math.max(1, Math.ceil(end / HISTORY_COLUMNS));
	}

	/** The end of the growing column; Infinity when all columns are full. */
	get nextEdge(): Nanoseconds {
		return this.length < HISTORY_COLUMNS ? (this.length + 1) * this.width : Infinity;
	}

	/** Takes note of how things stand after an event. */
	settled(): void {
		const backlog = this.#run.world.ledger.backlog.value;
		if (backlog < this.#backlogMin) this.#backlogMin = backlog;
		if (backlog > this.#backlogMax) this.#backlogMax = backlog;
		const queued = this.#run.queued;
		if (queued > this.#queuedMax) this.#queuedMax = queued;
	}

	completed(sinceOffered: Nanoseconds, sinceAccepted: Nanoseconds): void {
		this.#sinceOffered.push(sinceOffered);
		this.#sinceAccepted.push(sinceAccepted);
	}

	/** Completes the growing column; the run stands exactly at its end. */
	close(): void {
		this.#write(this.#values, HISTORY_COLUMNS, this.length);
		this.length++;
		this.#baseline = this.#counters();
		this.#backlogMin = this.#backlogMax = this.#run.world.ledger.backlog.value;
		this.#queuedMax = this.#run.queued;
		this.#sinceOffered.clear();
		this.#sinceAccepted.clear();
	}

	/** The columns from `first` on, with the growing one if the run stands inside it. */
	copyFrom(first: number): { readonly columns: number; readonly values: Float32Array } {
		const isGrowing = this.length < HISTORY_COLUMNS && this.#run.time > this.length * this.width;
		const columns = Math.max(0, this.length + (isGrowing ? 1 : 0) - first);
		const values = new Float32Array(SERIES.length * columns);
		for (let series = 0; series < SERIES.length; series++) {
			const from = series * HISTORY_COLUMNS + first;
			values.set(this.#values.subarray(from, from + this.length - first), series * columns);
		}
		if (isGrowing && columns > 0) this.#write(values, columns, columns - 1);
		return { columns, values };
	}

	#write(values: Float32Array, stride: number, column: number): void {
		const { ledger } = this.#run.world;
		const counters = this.#counters();
		const before = this.#baseline;
		const put = (key: SeriesKey, value: number) => {
			values[INDEX[key] * stride + column] = value;
		};
		put('offered', counters.offered - before.offered);
		put('accepted', counters.accepted - before.accepted);
		put('completed', counters.completed - before.completed);
		put('gone', counters.gone - before.gone);
		put('backlogMin', this.#backlogMin);
		put('backlogMax', this.#backlogMax);
		put('backlogLast', ledger.backlog.value);
		put('queuedMax', this.#queuedMax);
		put('queuedLast', this.#run.queued);
		put('sinceOfferedP50', this.#sinceOffered.quantile(0.5) / 1e9);
		put('sinceOfferedP99', this.#sinceOffered.quantile(0.99) / 1e9);
		put('sinceAcceptedP50', this.#sinceAccepted.quantile(0.5) / 1e9);
		put('sinceAcceptedP99', this.#sinceAccepted.quantile(0.99) / 1e9);
		const span = Math.max(1, this.#run.time - this.length * this.width);
		put('heldBack', (counters.heldBack - before.heldBack) / span);
	}

	#counters(): Baseline {
		const { ledger } = this.#run.world;
		return {
			offered: ledger.offered,
			accepted: ledger.accepted,
			completed: ledger.completed,
			gone: ledger.refused + ledger.dropped + ledger.lost,
			heldBack: ledger.heldBack.totalUpTo(this.#run.time)
		};
	}
}

/** The latencies of one column, for exact percentiles. */
class Sample {
	#values = new Float64Array(256);
	#length = 0;

	push(value: number): void {
		if (this.#length === this.#values.length) {
			const values = new Float64Array(2 * this.#length);
			values.set(this.#values);
			this.#values = values;
		}
		this.#values[this.#length++] = value;
	}

	clear(): void {
		this.#length = 0;
	}

	/** The smallest value with at least that share of all at or below it; NaN if there is none. */
	quantile(share: number): number {
		const sorted = this.#values.subarray(0, this.#length).sort();
		const rank = Math.max(1, Math.ceil(share * this.#length));
		return sorted[rank - 1] ?? Number.NaN;
	}
}
