/**
 * The exact recursion of the contract for one producer, a channel of K slots that makes send wait,
 * and c workers. Written from the text of the contract alone; imports nothing. All times are
 * integers.
 */
export interface LineInput {
	readonly kind: 'open' | 'closed';
	/** Open: offer times, ascending. Closed: times to make each message. */
	readonly arrivals: readonly number[];
	readonly services: readonly number[];
	/** K, from 0 up; Infinity for no backpressure. */
	readonly capacity: number;
	readonly workers: number;
}

/** When each message was offered, accepted, started and completed. */
export interface LineTimes {
	readonly offered: number[];
	readonly accepted: number[];
	readonly started: number[];
	readonly completed: number[];
}

/** Runs the recursion to the end of the input. */
export function lineTimes({ kind, arrivals, services, capacity, workers }: LineInput): LineTimes {
	const offered: number[] = [];
	const accepted: number[] = [];
	const started: number[] = [];
	const completed: number[] = [];
	const free = new Array<number>(workers).fill(0);
	arrivals.forEach((arrival, n) => {
		const before = accepted[n - 1] ?? 0;
		const made = kind === 'open' ? arrival : before + arrival;
		// G(n): when the producer has the message in hand and would hand it over.
		const ready = kind === 'open' ? Math.max(arrival, before) : made;
		const earliest = Math.min(...free);
		let accept: number;
		let start: number;
		if (capacity === 0) {
			start = Math.max(ready, earliest);
			accept = start;
		} else {
			// A slot is free as soon as the message K places ahead has been started.
			accept = n < capacity ? ready : Math.max(ready, started[n - capacity] ?? 0);
			start = Math.max(accept, earliest);
		}
		const end = start + (services[n] ?? 0);
		free[free.indexOf(earliest)] = end;
		offered.push(made);
		accepted.push(accept);
		started.push(start);
		completed.push(end);
	});
	return { offered, accepted, started, completed };
}
