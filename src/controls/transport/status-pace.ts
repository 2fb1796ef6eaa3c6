/** Nothing is announced sooner than so many milliseconds after what was announced before. */
export const QUIET_MS = 3000;

/** What the status line says, since when, and what waits to be said. Times in milliseconds. */
export interface StatusPace {
	readonly said: string;
	/** When `said` was put there; -Infinity before the first sentence. */
	readonly saidAt: number;
	readonly waiting: string | null;
}

/** A line that has said nothing yet. */
export const SILENT: StatusPace = { said: '', saidAt: Number.NEGATIVE_INFINITY, waiting: null };

/** Says a sentence whatever was said before, and forgets what waits. Pure. */
export function atOnce(sentence: string, now: number): StatusPace {
	return { said: sentence, saidAt: now, waiting: null };
}

/**
 * Takes a sentence: says it if the line was quiet long enough, else it waits. The latest wins, and
 * what the line already says is not said again. Pure.
 */
export function announce(pace: StatusPace, sentence: string, now: number): StatusPace {
	if (sentence === pace.said) return { ...pace, waiting: null };
	if (now - pace.saidAt >= QUIET_MS) return atOnce(sentence, now);
	return { ...pace, waiting: sentence };
}

/** Says what waits, if its time has come. Pure. */
export function settle(pace: StatusPace, now: number): StatusPace {
	return pace.waiting === null ? pace : announce(pace, pace.waiting, now);
}

/** Milliseconds until something that waits may be said, or null when nothing waits. Pure. */
export function dueIn(pace: StatusPace, now: number): number | null {
	return pace.waiting === null ? null : Math.max(0, pace.saidAt + QUIET_MS - now);
}
