import { type Nanoseconds, toSeconds } from '../kernel/time';
import type { Items } from '../ledger/item-table';
import { Histogram } from '../measures/histogram';
import type { Stock } from '../measures/stock';
import type { Scenario } from '../scenario/scenario';
import type { Run } from './run';

/** How long done messages took, in seconds; null while there is none. */
export interface LatencySummary {
	readonly count: number;
	readonly mean: number | null;
	readonly p50: number | null;
	readonly p95: number | null;
	readonly p99: number | null;
	readonly max: number | null;
}

/** A stock over a run; null where the strategy has no such thing. */
export interface StockSummary {
	readonly final: number;
	readonly max: number;
	readonly mean: number;
}

/** What a run comes to, in the shape of the headless run. Times are in seconds. */
export interface Result {
	readonly scenario: Scenario;
	readonly time: number;
	readonly counts: {
		readonly offered: number;
		readonly accepted: number;
		readonly completed: number;
		readonly refused: number;
		readonly dropped: number;
		readonly lost: number;
		readonly waitingAtSource: number;
		readonly queued: number;
		readonly inService: number;
		readonly attempts: number;
		/** Of the completed; without a deadline all are in time. */
		readonly inTime: number;
		readonly late: number;
	};
	/** Messages per second over the run; goodput counts those done in time. */
	readonly rates: {
		readonly offered: number;
		readonly throughput: number;
		readonly goodput: number;
	};
	readonly latency: {
		readonly sinceOffered: LatencySummary;
		readonly sinceAccepted: LatencySummary;
		/** Of the percentiles; mean and max are exact. */
		readonly relativeError: number;
	};
	readonly backlog: StockSummary & {
		/**
		 * From the last change until the backlog is back at what it was just before the first one, 0 if
		 * it never was larger; null without a change, and while it is not back. Turning the deadline or
		 * the duration is no change here: nothing goes otherwise because of it.
		 */
		readonly recovered: number | null;
	};
	readonly lag: StockSummary | null;
	readonly producer: {
		readonly heldBack: number;
		readonly firstHeldBackAt: number | null;
		/**
		 * From the last change (as above; 0 without one) until a message began to be held back or was
		 * refused; null while neither has happened.
		 */
		readonly felt: number | null;
	};
	readonly consumer: { readonly busy: number; readonly starved: number };
	readonly memory: { readonly max: number };
	readonly eventHash: string;
	readonly items?: Items;
}

/** What a run comes to at its present time. Does not change the run. */
export function resultOf(run: Run): Result {
	const { ledger, source, consumer } = run.world;
	const time = run.time;
	const seconds = toSeconds(time);
	const employed = consumer.employed.areaUpTo(time);
	const busy = consumer.busy.areaUpTo(time);
	return {
		scenario: run.scenario,
		time: seconds,
		counts: {
			offered: ledger.offered,
			accepted: ledger.accepted,
			completed: ledger.completed,
			refused: ledger.refused,
			dropped: ledger.dropped,
			lost: ledger.lost,
			waitingAtSource: source.waiting + ledger.hand,
			queued: run.queued,
			inService: consumer.inService,
			attempts: ledger.attempts,
			inTime: ledger.inTime,
			late: ledger.late
		},
		rates: {
			offered: share(ledger.offered, seconds),
			throughput: share(ledger.completed, seconds),
			goodput: share(ledger.inTime, seconds)
		},
		latency: {
			sinceOffered: summarize(ledger.sinceOffered),
			sinceAccepted: summarize(ledger.sinceAccepted),
			relativeError: Histogram.RELATIVE_ERROR
		},
		backlog: {
			...summarizeStock(ledger.backlog, time),
			recovered: secondsOrNull(ledger.recovery.duration)
		},
		lag: run.mechanism.lag === undefined ? null : summarizeStock(run.mechanism.lag, time),
		producer: {
			heldBack: share(ledger.heldBack.totalUpTo(time), time),
			firstHeldBackAt: secondsOrNull(ledger.heldBack.firstUpTo(time)),
			felt: secondsOrNull(ledger.heldBack.feltUpTo(time))
		},
		consumer: { busy: share(busy, employed), starved: share(employed - busy, employed) },
		memory: { max: ledger.memory.max },
		eventHash: ledger.digest.hex(),
		...(run.items === null ? {} : { items: run.items })
	};
}

function share(part: number, whole: number): number {
	return whole === 0 ? 0 : part / whole;
}

/** NaN stands for what has not happened. */
function secondsOrNull(span: Nanoseconds): number | null {
	return Number.isNaN(span) ? null : toSeconds(span);
}

function summarize(histogram: Histogram): LatencySummary {
	const { count } = histogram;
	const seconds = (duration: number) => (count === 0 ? null : toSeconds(duration));
	return {
		count,
		mean: seconds(histogram.mean),
		p50: seconds(histogram.quantile(0.5)),
		p95: seconds(histogram.quantile(0.95)),
		p99: seconds(histogram.quantile(0.99)),
		max: seconds(histogram.max)
	};
}

function summarizeStock(stock: Stock, time: number): StockSummary {
	return { final: stock.value, max: stock.max, mean: share(stock.areaUpTo(time), time) };
}
