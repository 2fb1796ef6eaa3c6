import type { RunningProcess } from './running-process';

/**
 * Processes that wait for the same thing, first come first served. Strict order is a policy: nobody
 * who came later is served first, so nobody starves. A linked list through the processes
 * themselves, so that one that gives up leaves in constant time.
 */
export class WaitQueue {
	/** What is waited for, for example "receive from channel". */
	readonly name: string;
	#first: RunningProcess | null = null;
	#last: RunningProcess | null = null;
	#length = 0;

	constructor(name: string) {
		this.name = name;
	}

	get length(): number {
		return this.#length;
	}

	get first(): RunningProcess | null {
		return this.#first;
	}

	/** Those who wait, the one that has waited longest first. */
	*[Symbol.iterator](): Generator<RunningProcess, void, undefined> {
		for (let process = this.#first; process !== null; process = process.behind) yield process;
	}

	push(process: RunningProcess): void {
		process.queue = this;
		process.waitsFor = this.name;
		process.behind = null;
		process.before = this.#last;
		if (this.#last === null) this.#first = process;
		else this.#last.behind = process;
		this.#last = process;
		this.#length++;
	}

	/** Takes out the process that has waited longest; null when nobody waits. */
	shift(): RunningProcess | null {
		const process = this.#first;
		if (process !== null) this.remove(process);
		return process;
	}

	/** Takes out a process that waits here, wherever it stands. */
	remove(process: RunningProcess): void {
		if (process.before === null) this.#first = process.behind;
		else process.before.behind = process.behind;
		if (process.behind === null) this.#last = process.before;
		else process.behind.before = process.before;
		process.before = null;
		process.behind = null;
		process.queue = null;
		this.#length--;
	}
}
