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
	/** Of the completed, those that were late. */
	'late',
	'gone',
	/** Stocks: smallest, largest and last value in the slice. */
	'backlogMin',
	'backlogMax',
	'backlogLast',
	'queuedLast',
	/** Percentiles of the messages done in the slice. */
	'sinceOfferedP50',
	'sinceOfferedP99',
	'sinceAcceptedP50',
	'sinceAcceptedP99'
] as const;

/** How a number that changes within a slice becomes one value of the slice. */
export type Summary = 'smallest' | 'largest' | 'last' | 'mean' | 'added';

/** The series that only some strategies have, and how each is made. */
export const FOLLOWED = {
	/** Consumer lag, in messages. */
	lagMin: 'smallest',
	lagMax: 'largest',
	lagLast: 'last',
	/** What the controller was told of the lag last; NaN before, and while it fails to be told. */
	lagRead: 'last',
	/** How often it was told, or failed to be. */
	readings: 'added',
	/** Share of the slice in which nothing was let through. */
	gateShut: 'mean'
} as const satisfies Readonly<Record<string, Summary>>;

/**
 * What series are compared with; these change only when a knob is turned. The deadline is in seconds
 * since offered, what a controller compares the lag with in messages, the memory of the source in
 * messages.
 */
export const LEVELS = ['deadline', 'lagLimit', 'lagResume', 'memoryLimit'] as const;

export type CommonKey = (typeof SERIES)[number];
export type FollowedKey = keyof typeof FOLLOWED;
export type SeriesKey = CommonKey | FollowedKey;
export type LevelKey = (typeof LEVELS)[number];
