/**
 * Reactive streams, event by event, written from the text of the contract alone and as plainly as
 * possible. Imports nothing. All times are integers.
 */
export interface DemandInput {
	readonly kind: 'open' | 'closed';
	/** Open: offer times, ascending. Closed: times to make each message. */
	readonly arrivals: readonly number[];
	readonly services: readonly number[];
	readonly workers: number;
	/** Of the publisher's buffer. */
	readonly capacity: number;
	readonly whenFull: 'block' | 'drop-newest' | 'drop-oldest' | 'fail';
	/** For `fail`: try again so much later; null gives the message up. */
	readonly retryAfter: number | null;
	readonly window: number;
	readonly batch: number;
	/** Of a request or a message, one way. */
	readonly delay: number;
	/** Events at exactly this time still happen. */
	readonly end: number;
}

export interface DemandTimes {
	readonly offered: number[];
	readonly accepted: (number | null)[];
	readonly started: (number | null)[];
	readonly completed: (number | null)[];
	readonly outcome: ('done' | 'dropped' | 'refused' | 'waiting')[];
	attempts: number;
	/** Asked for by the subscriber, and given to it. */
	requested: number;
	delivered: number;
}

/** Runs to `end`, looking for the next thing to happen again and again. */
export function demandTimes(input: DemandInput): DemandTimes {
	const { kind, arrivals, services, workers, capacity, whenFull, retryAfter } = input;
	const { window, batch, delay, end } = input;
	const out: DemandTimes = {
		offered: [],
		accepted: [],
		started: [],
		completed: [],
		outcome: [],
		attempts: 0,
		requested: 0,
		delivered: 0
	};
	let now = 0;
	let offerAt = arrivals[0] ?? Infinity;
	const atSource: number[] = [];
	let hand: number | null = null;
	let retryAt = Infinity;
	const buffer: number[] = [];
	let demand = 0;
	const requests: { n: number; at: number }[] = [];
	/** Messages on their way, and at last the word that there are no more. */
	const link: { message: number | 'no more'; at: number }[] = [];
	let isOver = false;
	let isTold = false;
	const inbox: number[] = [];
	const serving: { message: number; end: number }[] = [];
	let processed = 0;

	const request = (n: number) => {
		out.requested += n;
		if (delay === 0) demand += n;
		else requests.push({ n, at: now + delay });
	};
	const deliver = (message: number) => {
		demand--;
		link.push({ message, at: now + delay });
	};
	const freeHand = () => {
		hand = null;
		// A closed source makes the next message now.
		if (kind === 'closed') offerAt = now + (arrivals[out.offered.length] ?? Infinity);
	};
	const accept = (message: number) => {
		out.accepted[message] = now;
		if (demand > 0) deliver(message);
		else buffer.push(message);
		freeHand();
	};
	const hasEnded = () =>
		out.offered.length === arrivals.length && atSource.length === 0 && hand === null;
	const tellTheEnd = () => {
		isOver = true;
		// Without a delay it is known at once, as a message would be there at once.
		if (delay === 0) isTold = true;
		else link.push({ message: 'no more', at: now + delay });
	};
	const hasRoom = () => demand > 0 || buffer.length < capacity;
	const attempt = (message: number) => {
		out.attempts++;
		if (hasRoom()) accept(message);
		else if (whenFull === 'drop-newest' || (whenFull === 'drop-oldest' && capacity === 0)) {
			out.outcome[message] = 'dropped';
			freeHand();
		} else if (whenFull === 'drop-oldest') {
			out.outcome[buffer.shift() as number] = 'dropped';
			accept(message);
		} else if (whenFull === 'fail' && retryAfter === null) {
			out.outcome[message] = 'refused';
			freeHand();
		} else if (whenFull === 'fail') retryAt = now + (retryAfter ?? 0);
	};

	/** One thing that can be sent, delivered or started now; false if there is none. */
	const doOne = (): boolean => {
		if (demand > 0 && buffer.length > 0) {
			deliver(buffer.shift() as number);
		} else if (whenFull === 'block' && hand !== null && hasRoom()) {
			accept(hand);
		} else if (inbox.length > 0 && serving.length < workers) {
			const message = inbox.shift() as number;
			out.started[message] = now;
			serving.push({ message, end: now + (services[message] ?? 0) });
		} else if (hand === null && atSource.length > 0) {
			hand = atSource.shift() as number;
			attempt(hand);
		} else if (!isOver && buffer.length === 0 && hasEnded()) {
			// Rule 1.5: for this nobody needs to ask.
			tellTheEnd();
		} else return false;
		return true;
	};

	request(window);
	for (;;) {
		const completion = Math.min(...serving.map((job) => job.end));
		const requestAt = requests[0]?.at ?? Infinity;
		const arrival = link[0]?.at ?? Infinity;
		now = Math.min(completion, requestAt, arrival, retryAt, offerAt);
		if (now > end || now === Infinity) return out;
		if (completion === now) {
			const [job] = serving.splice(
				serving.findIndex((candidate) => candidate.end === now),
				1
			);
			if (job !== undefined) {
				out.completed[job.message] = now;
				out.outcome[job.message] = 'done';
			}
			if (++processed === batch) {
				processed = 0;
				// Who was told that there are no more asks for none.
				if (!isTold) request(batch);
			}
		} else if (requestAt === now) {
			demand += requests.shift()?.n ?? 0;
		} else if (arrival === now) {
			// What was sent at one instant arrives together.
			while (link[0]?.at === now) {
				const first = link.shift()?.message ?? 'no more';
				if (first === 'no more') isTold = true;
				else {
					inbox.push(first);
					out.delivered++;
				}
			}
		} else if (retryAt === now) {
			retryAt = Infinity;
			attempt(hand ?? -1);
		} else {
			const message = out.offered.push(now) - 1;
			out.accepted.push(null);
			out.started.push(null);
			out.completed.push(null);
			out.outcome.push('waiting');
			atSource.push(message);
			offerAt = kind === 'open' ? (arrivals[message + 1] ?? Infinity) : Infinity;
		}
		while (doOne());
	}
}
