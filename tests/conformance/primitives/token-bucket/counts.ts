/**
 * How many a bucket admits within ten seconds that is looked at every so often, worked out by hand:
 * full at first, in integer nanoseconds, both ends included. `truncating` is what is left when each
 * look throws away what is less than a token. Rates in tokens per second, polls in milliseconds.
 */
export interface Count {
	readonly rate: number;
	readonly capacity: number;
	readonly poll: number;
	readonly exact: number;
	readonly truncating: number;
}

/** One token is asked for at each poll, from 0 to 10 s. */
export const ONE_AT_EACH_POLL: readonly Count[] = [
	{ rate: 100, capacity: 10, poll: 1, exact: 1010, truncating: 10 },
	{ rate: 100, capacity: 10, poll: 5, exact: 1010, truncating: 10 },
	{ rate: 100, capacity: 10, poll: 9, exact: 1009, truncating: 10 },
	{ rate: 100, capacity: 10, poll: 10, exact: 1001, truncating: 1001 },
	{ rate: 100, capacity: 100, poll: 1, exact: 1100, truncating: 100 },
	{ rate: 500, capacity: 10, poll: 1, exact: 5010, truncating: 10 },
	{ rate: 900, capacity: 10, poll: 1, exact: 9010, truncating: 10 },
	{ rate: 1000, capacity: 10, poll: 1, exact: 10_001, truncating: 10_001 },
	{ rate: 3, capacity: 1, poll: 100, exact: 26, truncating: 1 },
	{ rate: 7, capacity: 5, poll: 100, exact: 75, truncating: 5 }
];

/**
 * As many tokens as there are, at each poll up to the last one before 10 s, which is at `last`
 * milliseconds. The capacity is 10.
 */
export const GREEDY: readonly (Omit<Count, 'capacity'> & { readonly last: number })[] = [
	{ rate: 100, poll: 15, last: 9990, exact: 1009, truncating: 676 },
	{ rate: 100, poll: 19, last: 9994, exact: 1009, truncating: 536 },
	{ rate: 100, poll: 25, last: 9975, exact: 1007, truncating: 808 },
	{ rate: 500, poll: 3, last: 9999, exact: 5009, truncating: 3343 },
	{ rate: 1500, poll: 1, last: 10_000, exact: 15_010, truncating: 10_010 },
	{ rate: 1999, poll: 1, last: 10_000, exact: 20_000, truncating: 10_010 }
];
