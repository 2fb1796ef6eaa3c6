/** Numbers in one word of the set. */
const WORD = 32;

/**
 * A set of small whole numbers that gives its smallest: a bit each, so that it looks at 32 of them
 * in one step.
 */
export class LowestFirst {
	readonly #words: number[] = [];

	add(number: number): void {
		const word = Math.floor(number / WORD);
		while (this.#words.length <= word) this.#words.push(0);
		this.#words[word] = (this.#words[word] as number) | (1 << (number % WORD));
	}

	delete(number: number): void {
		const word = Math.floor(number / WORD);
		this.#words[word] = (this.#words[word] ?? 0) & ~(1 << (number % WORD));
	}

	/** The smallest number; -1 if there is none. */
	get first(): number {
		for (let word = 0; word < this.#words.length; word++) {
			// The index stays below the length.
			const bits = this.#words[word] as number;
			if (bits !== 0) return word * WORD + WORD - 1 - Math.clz32(bits & -bits);
		}
		return -1;
	}
}
