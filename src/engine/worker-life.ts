/**
 * How long a Web Worker lives, for those who ask it questions: every question under way rejects when
 * it ends. (`Promise.race` with the promise of its end would keep each answer until then.)
 */
export class WorkerLife {
	readonly #underWay = new Set<(error: Error) => void>();
	#end: Error | null = null;

	/** Nothing more will be heard of the Web Worker, for this reason. */
	end(reason: Error): void {
		this.#end ??= reason;
		for (const reject of this.#underWay) reject(this.#end);
		this.#underWay.clear();
	}

	/**
	 * The answer to a question.
	 * @throws {Error} the reason of the end, if that came first.
	 */
	hear<T>(answer: Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			if (this.#end === null) this.#underWay.add(reject);
			else reject(this.#end);
			answer.then(resolve, reject).finally(() => this.#underWay.delete(reject));
		});
	}
}
