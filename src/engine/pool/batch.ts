import type { Outcome } from './runner';

/** What came of the scenario at one place of the list. */
export type Finished = { readonly index: number } & Outcome;

/** The scenarios of one call: what has come of them, and how far they are together. */
export class Batch {
	readonly #size: number;
	readonly #onprogress: (share: number) => void;
	/** What nobody has been told yet, oldest first. */
	readonly #finished: Finished[] = [];
	/** How far each scenario is that is begun and not over. */
	readonly #shares = new Map<number, number>();
	#over = 0;
	#error: { readonly reason: unknown } | null = null;
	#wake: () => void = () => {};

	/** @param onprogress is told the share of virtual time that is done, in [0, 1], when it grows */
	constructor(size: number, onprogress: (share: number) => void) {
		this.#size = size;
		this.#onprogress = onprogress;
	}

	/** Whether nothing that is still under way is of use. */
	get isOver(): boolean {
		return this.#error !== null || this.#over === this.#size;
	}

	/** A scenario has come so far. One that begins anew somewhere else does not go back here. */
	reach(index: number, share: number): void {
		if (this.isOver || share <= (this.#shares.get(index) ?? 0)) return;
		this.#shares.set(index, share);
		this.#tell();
	}

	/** A scenario is over. */
	settle(index: number, outcome: Outcome): void {
		if (this.isOver) return;
		this.#shares.delete(index);
		this.#over++;
		this.#finished.push({ index, ...outcome });
		this.#tell();
		this.#wake();
	}

	/** Ends the whole. */
	fail(reason: unknown): void {
		if (this.isOver) return;
		this.#error = { reason };
		this.#wake();
	}

	/**
	 * What came of the scenarios, in the order in which they ended.
	 * @throws what the batch failed with.
	 */
	async *outcomes(): AsyncGenerator<Finished, void> {
		for (let told = 0; told < this.#size; told++) yield await this.#next();
	}

	async #next(): Promise<Finished> {
		for (;;) {
			if (this.#error !== null) throw this.#error.reason;
			const finished = this.#finished.shift();
			if (finished !== undefined) return finished;
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
			});
		}
	}

	#tell(): void {
		let done = this.#over;
		for (const share of this.#shares.values()) done += share;
		try {
			this.#onprogress(done / this.#size);
		} catch (reason) {
			this.#error ??= { reason };
		}
	}
}
