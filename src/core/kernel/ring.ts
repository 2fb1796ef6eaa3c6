/**
 * A first-in-first-out list that grows by doubling and never moves items one by one. A place keeps
 * its item until the next one comes round: clearing it would cost more than the little it holds.
 */
export class Ring<T> {
	#items: (T | undefined)[];
	#mask: number;
	#head = 0;
	#length = 0;

	constructor() {
		this.#items = new Array<T | undefined>(16);
		this.#mask = 15;
	}

	get length(): number {
		return this.#length;
	}

	push(item: T): void {
		if (this.#length > this.#mask) this.#grow();
		this.#items[(this.#head + this.#length) & this.#mask] = item;
		this.#length++;
	}

	/**
	 * Takes out the oldest item.
	 * @throws {RangeError} if there is none.
	 */
	shift(): T {
		if (this.#length === 0) throw new RangeError('shift from an empty ring');
		const item = this.#items[this.#head] as T;
		this.#head = (this.#head + 1) & this.#mask;
		this.#length--;
		return item;
	}

	/**
	 * The item that stands `index` places behind the oldest.
	 * @throws {RangeError} if `index` is not in [0, length).
	 */
	at(index: number): T {
		if (index < 0 || index >= this.#length) throw new RangeError(`no item ${index} in the ring`);
		return this.#items[(this.#head + index) & this.#mask] as T;
	}

	#grow(): void {
		const length = this.#length;
		const items = new Array<T | undefined>(2 * length);
		for (let index = 0; index < length; index++) {
			items[index] = this.#items[(this.#head + index) & this.#mask];
		}
		this.#items = items;
		this.#mask = 2 * length - 1;
		this.#head = 0;
	}
}
