import type { RunningProcess } from './running-process';

/** Processes that have not ended, in the order of their start: a linked list through themselves. */
export class ProcessList {
	#oldest: RunningProcess | null = null;
	#youngest: RunningProcess | null = null;

	*[Symbol.iterator](): Generator<RunningProcess, void, undefined> {
		for (let process = this.#oldest; process !== null; process = process.younger) yield process;
	}

	add(process: RunningProcess): void {
		process.older = this.#youngest;
		if (this.#youngest === null) this.#oldest = process;
		else this.#youngest.younger = process;
		this.#youngest = process;
	}

	remove(process: RunningProcess): void {
		const { older, younger } = process;
		if (older === null) this.#oldest = younger;
		else older.younger = younger;
		if (younger === null) this.#youngest = older;
		else younger.older = older;
		// Whoever still knows this process must not keep all that came after it.
		process.older = null;
		process.younger = null;
	}
}
