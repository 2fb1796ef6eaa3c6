import type { Nanoseconds } from '../../core/kernel/time';
import type { Message } from '../../core/ledger/message';
import type { MessageObserver, Outcome } from '../../core/ledger/message-observer';
import { ItemPage } from './item-page';
import { ScratchFile } from './scratch-file';

export interface RecordsSize {
	/** Messages on a page. */
	readonly pageLength: number;
	/** Pages in memory, at least 1. */
	readonly pagesHeld: number;
}

/**
 * A million messages, 34 MB. There is a page for each of a thousand workers, the most there can be,
 * and some to spare: only workers finish messages in another order than that of their numbers.
 */
const SIZE: RecordsSize = { pageLength: 1024, pagesHeld: 1024 };

/** Some rows of the table, one after the other. Good until the next page is asked for. */
export interface ItemRows {
	readonly page: ItemPage;
	/** The message of its row 0. */
	readonly first: Message;
	readonly length: number;
}

/**
 * Keeps the times of all messages of a run, in memory that does not grow with it: of its pages it
 * holds those that were used last, the others are in a file. A fault of the file is told by `check`,
 * because an observer must not throw.
 */
export class ItemRecords implements MessageObserver {
	readonly #size: RecordsSize;
	readonly #file = new ScratchFile();
	readonly #held: ItemPage[] = [];
	/** By number; null for one that is in the file only. */
	readonly #pages: (ItemPage | null)[] = [];
	#count = 0;
	#current: ItemPage;
	#uses = 0;
	#fault: unknown = null;

	constructor(size = SIZE) {
		this.#size = size;
		this.#current = this.#open(0);
	}

	/** What the pages in memory take, in bytes. */
	get bytesHeld(): number {
		return this.#held.reduce((sum, { bytes }) => sum + bytes.length, 0);
	}

	offer(message: Message, now: Nanoseconds): void {
		this.#count = message + 1;
		this.#pageOf(message).offer(message % this.#size.pageLength, now);
	}

	accept(message: Message, now: Nanoseconds): void {
		this.#pageOf(message).setTime('accepted', message % this.#size.pageLength, now);
	}

	start(message: Message, now: Nanoseconds): void {
		this.#pageOf(message).setTime('started', message % this.#size.pageLength, now);
	}

	complete(message: Message, now: Nanoseconds): void {
		this.#pageOf(message).setTime('completed', message % this.#size.pageLength, now);
	}

	close(message: Message, outcome: Outcome): void {
		this.#pageOf(message).setOutcome(message % this.#size.pageLength, outcome);
	}

	/** @throws {Error} if the file has failed: what is kept is not whole then. */
	check(): void {
		if (this.#fault !== null) throw this.#fault;
	}

	/**
	 * The rows in the order of the messages, a page at a time.
	 * @throws {Error} if the file has failed, or fails now.
	 */
	*rows(): Generator<ItemRows> {
		this.check();
		const { pageLength } = this.#size;
		for (let first = 0; first < this.#count; first += pageLength) {
			this.#current = this.#open(first / pageLength);
			yield { page: this.#current, first, length: Math.min(pageLength, this.#count - first) };
		}
	}

	/** Gives the file back. Nothing can be kept or read any more. */
	dispose(): void {
		this.#file.close();
	}

	#pageOf(message: Message): ItemPage {
		const number = Math.floor(message / this.#size.pageLength);
		if (number !== this.#current.number) {
			try {
				this.#current = this.#open(number);
			} catch (error) {
				// From here on it does not matter what is written where.
				this.#fault ??= error;
			}
		}
		return this.#current;
	}

	#open(number: number): ItemPage {
		const page = this.#pages[number] ?? this.#load(number);
		page.lastUse = ++this.#uses;
		return page;
	}

	#load(number: number): ItemPage {
		const isNew = number === this.#pages.length;
		const page = this.#held.length < this.#size.pagesHeld ? this.#add() : this.#takeOut();
		if (!isNew) this.#file.read(page.bytes, number * page.bytes.length);
		page.number = number;
		page.isChanged = false;
		this.#pages[number] = page;
		return page;
	}

	#add(): ItemPage {
		const page = new ItemPage(this.#size.pageLength);
		this.#held.push(page);
		return page;
	}

	/** Takes the page that was not used for longest out of memory, for another to be put there. */
	#takeOut(): ItemPage {
		const page = this.#held.reduce((one, other) => (other.lastUse < one.lastUse ? other : one));
		if (page.isChanged) this.#file.write(page.bytes, page.number * page.bytes.length);
		this.#pages[page.number] = null;
		return page;
	}
}
