/**
 * Producer throttling, counted millisecond by millisecond from the text of the contract alone;
 * imports nothing. All times are whole milliseconds; tokens are counted in thousandths, so that a
 * rate in tokens per second is a whole number of them per millisecond.
 */
export interface ThrottledInput {
	/** Offer times, ascending. */
	readonly arrivals: readonly number[];
	readonly services: readonly number[];
	readonly workers: number;
	readonly capacity: number;
	/** Tokens per second. */
	readonly rate: number;
	readonly limit: number;
	readonly resume: number;
	/** 0: lag is read at each attempt. */
	readonly interval: number;
	/** Null: a refused message is given up. */
	readonly retryAfter: number | null;
	/** The last millisecond that still happens. */
	readonly end: number;
}

export interface ThrottledTimes {
	readonly accepted: (number | null)[];
	readonly started: (number | null)[];
	readonly completed: (number | null)[];
	readonly attempts: number;
	readonly lag: number;
	readonly byRate: number;
	readonly byLag: number;
}

/** Walks through the milliseconds, at each in the order of the contract's same-instant rule. */
export function throttledTimes(input: ThrottledInput): ThrottledTimes {
	const { arrivals, services, workers, capacity, rate, limit, resume, interval, end } = input;
	const nothing = () => arrivals.map((): number | null => null);
	const accepted = nothing();
	const started = nothing();
	const completed = nothing();
	const full = 1000 * capacity;
	let tokens = full;
	let isOpen = true;
	let attempts = 0;
	let byRate = 0;
	let byLag = 0;
	/** Messages in the order in which they were appended. */
	const log: number[] = [];
	let next = 0;
	let committed = 0;
	let busy: { message: number; until: number }[] = [];
	const done = new Set<number>();
	const waiting: number[] = [];
	let retryAt: number | null = null;

	const lag = () => log.length - committed;
	const read = () => {
		if (lag() > limit) isOpen = false;
		else if (lag() <= resume) isOpen = true;
	};
	const start = (now: number) => {
		while (busy.length < workers && next < log.length) {
			const message = log[next++] as number;
			started[message] = now;
			busy.push({ message, until: now + (services[message] ?? 0) });
		}
	};
	/** Completions due by now, one by one; a service of no length ends at its own instant. */
	const settle = (now: number) => {
		start(now);
		for (;;) {
			const due = busy.find(({ until }) => until <= now);
			if (due === undefined) return;
			busy = busy.filter((service) => service !== due);
			completed[due.message] = now;
			done.add(due.message);
			while (done.has(log[committed] as number)) committed++;
			start(now);
		}
	};
	/** Tries the message in hand, and those behind it while there is none. */
	const attempt = (now: number) => {
		while (waiting.length > 0 && retryAt === null) {
			const message = waiting[0] as number;
			attempts++;
			if (interval === 0) read();
			if (isOpen && tokens >= 1000) {
				tokens -= 1000;
				accepted[message] = now;
				log.push(message);
				waiting.shift();
				start(now);
				continue;
			}
			if (isOpen) byRate++;
			else byLag++;
			if (input.retryAfter === null) waiting.shift();
			else retryAt = now + input.retryAfter;
		}
	};

	let offered = 0;
	for (let now = 0; now <= end; now++) {
		if (now > 0) tokens = Math.min(full, tokens + rate);
		settle(now);
		if (interval > 0 && now % interval === 0) read();
		if (retryAt === now) {
			retryAt = null;
			attempt(now);
			settle(now);
		}
		while (offered < arrivals.length && arrivals[offered] === now) {
			waiting.push(offered++);
			attempt(now);
			settle(now);
		}
	}
	return { accepted, started, completed, attempts, lag: lag(), byRate, byLag };
}
