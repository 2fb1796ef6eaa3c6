/**
 * A number of things that are somewhere: how many there are, and the most after any event. For what
 * nobody asks the mean of; a `Stock` follows time as well, at each change.
 */
export class PeakCount {
	#value = 0;
	#max = 0;

	get value(): number {
		return this.#value;
	}

	get max(): number {
		return this.#max;
	}

	/** Adds `change` things. */
	add(change: number): void {
		this.#value += change;
	}

	/** Takes note of the value after an event; what it was meanwhile does not count. */
	settle(): void {
		if (this.#value > this.#max) this.#max = this.#value;
	}
}
