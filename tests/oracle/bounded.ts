/**
 * Bounded concurrency with permits and workers that change on the way, counted millisecond by
 * millisecond from the text of the contract alone; imports nothing. All times are whole
 * milliseconds.
 */
export interface BoundedInput {
	/** Offer times, ascending. */
	readonly arrivals: readonly number[];
	readonly services: readonly number[];
	readonly permits: number;
	readonly workers: number;
	/** Ascending. */
	readonly changes: readonly {
		readonly at: number;
		readonly what: 'permits' | 'workers';
		readonly to: number;
	}[];
	/** The last millisecond that still happens. */
	readonly end: number;
}

export interface BoundedTimes {
	readonly started: (number | null)[];
	readonly completed: (number | null)[];
	/** Permits that are held at the end. */
	readonly held: number;
}

/** Walks through the milliseconds, at each in the order of the contract's same-instant rule. */
export function boundedTimes(input: BoundedInput): BoundedTimes {
	const { arrivals, services, changes, end } = input;
	const started: (number | null)[] = arrivals.map(() => null);
	const completed: (number | null)[] = arrivals.map(() => null);
	let { permits, workers } = input;
	let held = 0;
	/** Appended and without a permit; with a permit and without a worker. */
	const topic: number[] = [];
	const tasks: number[] = [];
	/** In the order in which they were started. Nothing begins until fewer are here than workers. */
	const inService: { message: number; until: number }[] = [];

	const settle = (now: number) => {
		while (topic.length > 0 && held < permits) {
			held++;
			tasks.push(topic.shift() as number);
		}
		for (;;) {
			const message = tasks[0];
			if (inService.length >= workers || message === undefined) return;
			tasks.shift();
			started[message] = now;
			inService.push({ message, until: now + (services[message] ?? 0) });
		}
	};
	/** Completions due by now, one by one; a service of no length ends at its own instant. */
	const complete = (now: number) => {
		for (;;) {
			const due = inService.reduce<number>((best, { until }, index) => {
				const isSooner = until < (inService[best]?.until ?? Infinity);
				return until <= now && isSooner ? index : best;
			}, -1);
			const [done] = due < 0 ? [] : inService.splice(due, 1);
			if (done === undefined) return;
			completed[done.message] = now;
			held--;
			settle(now);
		}
	};

	let next = 0;
	let change = 0;
	for (let now = 0; now <= end; now++) {
		for (; changes[change]?.at === now; change++) {
			const { what, to } = changes[change] as (typeof changes)[number];
			if (what === 'permits') permits = to;
			else workers = to;
			settle(now);
		}
		complete(now);
		while (next < arrivals.length && arrivals[next] === now) {
			topic.push(next++);
			settle(now);
			complete(now);
		}
	}
	return { started, completed, held };
}
