/**
 * The columns of a run's history: for each slice of virtual time, what happened in it (flows) and
 * how things stood in it (stocks). Latencies are in seconds and belong to the messages that were
 * done in the slice; NaN where there was none.
 */
export const SERIES = [
	/** Flows: messages in the slice. */
	'offered',
	'accepted',
	'completed',
	'gone',
	/** Stocks: smallest, largest and last value in the slice. */
	'backlogMin',
	'backlogMax',
	'backlogLast',
	'queuedMax',
	'queuedLast',
	/** Percentiles of the messages done in the slice. */
	'sinceOfferedP50',
	'sinceOfferedP99',
	'sinceAcceptedP50',
	'sinceAcceptedP99',
	/** Share of the slice in which the producer was held back. */
	'heldBack'
] as const;

export type SeriesKey = (typeof SERIES)[number];
