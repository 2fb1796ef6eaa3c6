/**
 * A channel that does not make send wait, event by event, written from the text of the contract
 * alone and as plainly as possible. Imports nothing. All times are integers; the source is open.
 */
export interface LossyInput {
	readonly offers: readonly number[];
	readonly services: readonly number[];
	readonly capacity: number;
	readonly workers: number;
	readonly whenFull: 'drop-newest' | 'drop-oldest' | 'fail';
	/** For `fail`: try again so much later; null gives the message up. */
	readonly retryAfter: number | null;
	/** Events at exactly this time still happen. */
	readonly end: number;
}

export interface LossyTimes {
	readonly accepted: (number | null)[];
	readonly started: (number | null)[];
	readonly completed: (number | null)[];
	readonly outcome: ('done' | 'dropped' | 'refused' | 'waiting')[];
	attempts: number;
}

/** Runs to `end`, looking for the next thing to happen again and again. */
export function lossyTimes(input: LossyInput): LossyTimes {
	const { offers, services, capacity, workers, whenFull, retryAfter, end } = input;
	const nothing = () => offers.map((): number | null => null);
	const out: LossyTimes = {
		accepted: nothing(),
		started: nothing(),
		completed: nothing(),
		outcome: offers.map(() => 'waiting'),
		attempts: 0
	};
	const buffer: number[] = [];
	const serving: { message: number; end: number }[] = [];
	const atSource: number[] = [];
	let retry: { message: number; at: number } | null = null;
	let next = 0;
	let now = 0;

	const start = (message: number) => {
		out.started[message] = now;
		serving.push({ message, end: now + (services[message] ?? 0) });
	};
	const startWhatCan = () => {
		while (buffer.length > 0 && serving.length < workers) start(buffer.shift() as number);
	};
	/** One try; false if the message stays in the producer's hand. */
	const handOver = (message: number): boolean => {
		out.attempts++;
		if (serving.length < workers || buffer.length < capacity) {
			out.accepted[message] = now;
			if (serving.length < workers) start(message);
			else buffer.push(message);
		} else if (whenFull === 'drop-newest' || (whenFull === 'drop-oldest' && capacity === 0)) {
			out.outcome[message] = 'dropped';
		} else if (whenFull === 'drop-oldest') {
			out.outcome[buffer.shift() as number] = 'dropped';
			out.accepted[message] = now;
			buffer.push(message);
		} else if (retryAfter === null) out.outcome[message] = 'refused';
		else {
			retry = { message, at: now + retryAfter };
			return false;
		}
		return true;
	};
	const emptyTheSource = () => {
		while (retry === null && atSource.length > 0) {
			if (!handOver(atSource.shift() as number)) return;
		}
	};

	for (;;) {
		const completion = Math.min(...serving.map((job) => job.end));
		const offer = offers[next] ?? Infinity;
		const retryAt = (retry as { at: number } | null)?.at ?? Infinity;
		now = Math.min(completion, offer, retryAt);
		if (now > end) return out;
		if (completion === now) {
			const index = serving.findIndex((job) => job.end === now);
			const [job] = serving.splice(index, 1);
			if (job !== undefined) {
				out.completed[job.message] = now;
				out.outcome[job.message] = 'done';
			}
			startWhatCan();
		} else if (retryAt === now) {
			const { message } = retry as unknown as { message: number };
			retry = null;
			if (handOver(message)) emptyTheSource();
		} else {
			atSource.push(next++);
			emptyTheSource();
		}
	}
}
