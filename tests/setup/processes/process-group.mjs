import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { endMarked, killMarked } from './marked.mjs';

/** How long a program may take to end when it is asked to, in milliseconds. */
const GRACE = 5000;

/**
 * How a program is started, beside its command.
 * @typedef {object} Start
 * @property {import('node:child_process').StdioOptions} stdio
 * @property {NodeJS.ProcessEnv} [env] that of this process by default
 * @property {string} [folder] the one of this process by default
 * @property {NodeJS.Signals} [ask] how it is asked to end: SIGTERM by default
 * @property {number} [grace] how long it may then take, in milliseconds: 5000 by default
 */

/** How a program ended: its status, or the signal that ended it, or the error that kept it from starting. */
/** @typedef {{ status: number | null, signal: NodeJS.Signals | null, error: Error | null }} Exit */

/** A program and everything that it starts, ended together; at the latest with this process. */
export class ProcessGroup {
	// A shell passes on only what could be a variable of its own.
	#mark = `PUSHBACK_GROUP_${randomUUID().replaceAll('-', '_')}`;
	#ask;
	#grace;
	#killAll = () => {
		this.#signal('SIGKILL');
		killMarked(this.#mark);
	};

	/**
	 * @param {string} command
	 * @param {readonly string[]} args
	 * @param {Start} start
	 */
	constructor(command, args, { stdio, env = process.env, folder, ask = 'SIGTERM', grace = GRACE }) {
		this.#ask = ask;
		this.#grace = grace;
		/** @readonly */
		this.child = spawn(command, args, {
			stdio,
			env: { ...env, [this.#mark]: '1' },
			...(folder === undefined ? {} : { cwd: folder }),
			// A detached program leads a process group of its own.
			detached: true
		});
		/**
		 * Comes when the program has ended. What it has started may still run.
		 * @readonly
		 * @type {Promise<Exit>}
		 */
		this.exit = new Promise((resolve) => {
			this.child.once('exit', (status, signal) => resolve({ status, signal, error: null }));
			this.child.once('error', (error) => resolve({ status: null, signal: null, error }));
		});
		process.once('exit', this.#killAll);
	}

	get hasExited() {
		const { pid, exitCode, signalCode } = this.child;
		return pid === undefined || exitCode !== null || signalCode !== null;
	}

	/** Asks all to end, so that they can clean up, and ends those that do not. */
	async end() {
		if (!this.hasExited) this.#signal(this.#ask);
		const impatience = setTimeout(() => this.#signal('SIGKILL'), this.#grace);
		await this.exit;
		clearTimeout(impatience);
		// What the program has started may outlive it, in this group or in another.
		this.#signal('SIGKILL');
		await endMarked(this.#mark);
		process.off('exit', this.#killAll);
	}

	/** @param {NodeJS.Signals} signal */
	#signal(signal) {
		const { pid } = this.child;
		if (pid === undefined) return;
		try {
			process.kill(-pid, signal);
		} catch {
			// Nobody of the group is left.
		}
	}
}

/** Makes a signal end this process in the usual way, so that its process groups end with it. */
export function endOnSignal() {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => process.exit(1));
	}
}
