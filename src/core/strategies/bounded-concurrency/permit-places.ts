import type { Nanoseconds } from '../../kernel/time';
import type { Message } from '../../ledger/message';
import type { Holder } from '../../world/holders';
import type { Worker } from '../../world/worker';

/** A place nobody is at; and one that is held for a task that is over. */
const EMPTY: Message = -1;
const LEAKED: Message = -2;

/** One permit that is given out. */
class Place implements Holder {
	readonly number: number;
	/** The message of the task that holds it. */
	task: Message = EMPTY;
	/** Whether that task is over. */
	isOver = false;
	worker: Worker | null = null;
	takenAt: Nanoseconds = 0;

	constructor(number: number) {
		this.number = number;
	}

	get message(): Message {
		return this.isOver ? LEAKED : this.task;
	}

	get startedAt(): Nanoseconds {
		return this.worker?.startedAt ?? Number.NaN;
	}

	get endsAt(): Nanoseconds {
		return this.worker?.endsAt ?? Number.NaN;
	}

	/** Takes over everything from another place, which is empty then. */
	takeOver(other: Place): void {
		this.task = other.task;
		this.isOver = other.isOver;
		this.worker = other.worker;
		this.takenAt = other.takenAt;
		other.clear();
	}

	clear(): void {
		this.task = EMPTY;
		this.isOver = false;
		this.worker = null;
	}
}

/**
 * Which place each task holds. There may be more tasks than places, after the number of places was
 * lowered or where nobody asks for one: these are at places above that number. They are taken last,
 * and who has been at one of them longest moves to the next place that becomes free below; nobody
 * else ever moves.
 */
export class PermitPlaces {
	readonly #limit: () => number;
	readonly #places: Place[] = [];
	readonly #byTask = new Map<Message, Place>();
	/** Places that nobody holds, the one that is taken next last; those above the limit apart. */
	#free: Place[] = [];
	#freeAbove: Place[] = [];
	/** Places above the limit that somebody holds, since longest first. */
	#heldAbove = new Set<Place>();

	/** @param limit how many places there are now. */
	constructor(limit: () => number) {
		this.#limit = limit;
	}

	/** As many places as there are, and those above that ever were. */
	get length(): number {
		return Math.max(this.#places.length, this.#limit());
	}

	at(index: number): Holder {
		return this.#places[index] ?? new Place(index);
	}

	/** The place that the task of a message holds. */
	of(task: Message): Place | undefined {
		return this.#byTask.get(task);
	}

	take(task: Message, now: Nanoseconds): void {
		const place = this.#nextFree();
		place.task = task;
		place.takenAt = now;
		this.#byTask.set(task, place);
		if (this.#isAbove(place)) this.#heldAbove.add(place);
	}

	leave(place: Place): void {
		this.#byTask.delete(place.task);
		this.#heldAbove.delete(place);
		place.clear();
		this.#offer(place);
	}

	/** The number of places was changed. */
	resized(): void {
		const free = [...this.#freeAbove, ...this.#free];
		const held = [...this.#byTask.values()].filter((place) => this.#isAbove(place));
		this.#heldAbove = new Set(held.sort((one, other) => one.takenAt - other.takenAt));
		this.#free = [];
		this.#freeAbove = [];
		for (const place of free) this.#offer(place);
	}

	/** An empty place is for whoever is above the limit, else for a task to come. */
	#offer(place: Place): void {
		if (this.#isAbove(place)) {
			this.#freeAbove.push(place);
			return;
		}
		for (const first of this.#heldAbove) {
			this.#heldAbove.delete(first);
			place.takeOver(first);
			this.#byTask.set(place.task, place);
			this.#freeAbove.push(first);
			return;
		}
		this.#free.push(place);
	}

	#nextFree(): Place {
		const free = this.#free.pop();
		if (free !== undefined) return free;
		const above = this.#places.length < this.#limit() ? undefined : this.#freeAbove.pop();
		if (above !== undefined) return above;
		const place = new Place(this.#places.length);
		this.#places.push(place);
		return place;
	}

	#isAbove({ number }: Place): boolean {
		return number >= this.#limit();
	}
}
