import type { Operation } from '../kernel/processes/operation';
import { WaitQueue } from '../kernel/processes/wait-queue';
import { Ring } from '../kernel/ring';
import type { Simulation } from '../kernel/simulation';
import type { Nanoseconds } from '../kernel/time';
import { TIMER_CLASS } from '../kernel/timers';

/** Somebody who is told of each record, at the instant at which it happens. */
export interface TopicObserver<T> {
	/** The record was appended, or taken out by a poll. */
	appended(record: T): void;
	polled(record: T): void;
	/** So many records more, or fewer, are appended and not yet committed. */
	lagChanged(change: number): void;
}

export interface PollOptions {
	/** How long an empty poll waits. */
	readonly timeout: Nanoseconds;
	readonly maxRecords: number;
}

/** A broken rule of the topic itself. */
class TopicError extends Error {
	override readonly name = 'TopicError';
}

const NOTHING: readonly never[] = [];

/**
 * One partition of a log with one consumer group. Records are appended at the end, whoever comes
 * behind or not: a topic has no capacity and tells nobody. They are polled in order and committed
 * when their work is done, in the order of their offsets: the committed offset stays in front of the
 * first record that is not done. Each record is in the topic once.
 *
 * Consumer lag = log end offset − committed offset.
 */
export class Topic<T> {
	/** Appended and not yet polled, oldest first. */
	readonly unpolled = new Ring<T>();
	/** Polled and not yet handed over, oldest first. */
	readonly polled = new Ring<T>();

	readonly #simulation: Simulation;
	readonly #observer: TopicObserver<T>;
	readonly #pollers: WaitQueue;
	/** The offsets of polled records that are not committed. */
	readonly #offsets = new Map<T, number>();
	/** Offsets above the committed one whose records are done. */
	readonly #done = new Set<number>();
	/** The records from the committed offset on. */
	readonly #uncommitted = new Ring<T>();
	#logEndOffset = 0;
	#position = 0;
	#committedOffset = 0;

	constructor(simulation: Simulation, name: string, observer: TopicObserver<T>) {
		this.#simulation = simulation;
		this.#pollers = new WaitQueue(`poll ${name}`);
		this.#observer = observer;
	}

	/** The offset that the next record gets. */
	get logEndOffset(): number {
		return this.#logEndOffset;
	}

	/** The offset of the record that is polled next. */
	get position(): number {
		return this.#position;
	}

	/** The offset of the first record that is not committed. */
	get committedOffset(): number {
		return this.#committedOffset;
	}

	/** Records appended and not yet committed. */
	get lag(): number {
		return this.#logEndOffset - this.#committedOffset;
	}

	/** The oldest record that is not committed; null if all are. */
	get oldestUncommitted(): T | null {
		return this.#uncommitted.length === 0 ? null : this.#uncommitted.at(0);
	}

	/** Adds a record at the end, for a poll that waits or for a later one. */
	append(record: T): void {
		this.#logEndOffset++;
		this.unpolled.push(record);
		this.#uncommitted.push(record);
		this.#observer.appended(record);
		this.#observer.lagChanged(1);
		const poller = this.#pollers.shift();
		if (poller !== null) this.#simulation.wake(poller, this.#take(1));
	}

	/**
	 * Takes records out, at most `maxRecords`: at once if there are any, else as soon as one is
	 * appended. When none is for as long as `timeout`, the poll comes back empty.
	 */
	poll({ timeout, maxRecords }: PollOptions): Operation<readonly T[]> {
		if (this.unpolled.length === 0) {
			const { retry } = TIMER_CLASS;
			const wait = this.#simulation.waitAtMost(this.#pollers, timeout, retry, NOTHING);
			return wait as Operation<readonly T[]>;
		}
		const operation = this.#simulation.begin() as Operation<readonly T[]>;
		return operation.ready(this.#take(maxRecords));
	}

	/**
	 * A polled record goes on to where it is worked on.
	 * @throws {TopicError} if an older one has not gone yet.
	 */
	handOver(record: T): void {
		if (this.polled.shift() !== record) throw new TopicError('a record overtook another');
	}

	/**
	 * The work on a record is done: it is committed as soon as all before it are.
	 * @throws {TopicError} if it was never polled, or was done before.
	 */
	commit(record: T): void {
		const offset = this.#offsets.get(record);
		if (offset === undefined) throw new TopicError('a record was committed that is not under way');
		this.#offsets.delete(record);
		this.#done.add(offset);
		const before = this.#committedOffset;
		while (this.#done.delete(this.#committedOffset)) {
			this.#committedOffset++;
			this.#uncommitted.shift();
		}
		if (this.#committedOffset > before) this.#observer.lagChanged(before - this.#committedOffset);
	}

	/**
	 * Checks what must hold whenever nothing can happen at once.
	 * @throws {TopicError} if a poll waits beside records, or an offset passed another.
	 */
	check(): void {
		if (this.#pollers.length > 0 && this.unpolled.length > 0) {
			throw new TopicError('a poll waits beside a record');
		}
		if (this.#committedOffset > this.#position || this.#position > this.#logEndOffset) {
			throw new TopicError(
				`committed ${this.#committedOffset}, position ${this.#position}, end ${this.#logEndOffset}`
			);
		}
	}

	#take(maxRecords: number): readonly T[] {
		const length = Math.min(maxRecords, this.unpolled.length);
		return Array.from({ length }, () => {
			const record = this.unpolled.shift();
			this.polled.push(record);
			this.#offsets.set(record, this.#position++);
			this.#observer.polled(record);
			return record;
		});
	}
}
