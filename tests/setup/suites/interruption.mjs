import { constants } from 'node:os';

/** A terminal sends the first for Ctrl+C and the last when it is closed. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** Says that this process is asked to end; it then ends by itself, when all is put away. */
export class Interruption {
	#controller = new AbortController();
	/** What a shell says of a process that a signal has ended. */
	status = 0;

	constructor() {
		for (const name of SIGNALS) {
			process.on(name, () => this.#begin(128 + constants.signals[name]));
		}
		// Nobody reads any more what is printed.
		process.stdout.on('error', () => this.#begin(1));
	}

	get signal() {
		return this.#controller.signal;
	}

	/** @param {number} status */
	#begin(status) {
		if (this.signal.aborted) return;
		this.status = status;
		this.#controller.abort();
	}
}
