import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';

/** How long a program may take to end when it is asked to, in milliseconds. */
const GRACE = 5000;

/** A program and everything that it starts, ended together. */
export class ProcessGroup {
	readonly child: ChildProcess;
	readonly #exit: Promise<void>;
	readonly #ask = () => this.#signal('SIGTERM');

	constructor(command: string, args: readonly string[], stdio: StdioOptions, env = process.env) {
		// A detached program leads a process group of its own.
		this.child = spawn(command, args, { stdio, env, detached: true });
		this.#exit = new Promise((resolve) => {
			this.child.once('exit', () => resolve());
			this.child.once('error', () => resolve());
		});
		process.once('exit', this.#ask);
	}

	get hasExited(): boolean {
		const { pid, exitCode, signalCode } = this.child;
		return pid === undefined || exitCode !== null || signalCode !== null;
	}

	/** Asks all to end, so that they can clean up, and ends those that do not. */
	async end(): Promise<void> {
		this.#ask();
		const impatience = setTimeout(() => this.#signal('SIGKILL'), GRACE);
		await this.#exit;
		clearTimeout(impatience);
		// What the program has started may outlive it.
		this.#signal('SIGKILL');
		process.off('exit', this.#ask);
	}

	#signal(signal: NodeJS.Signals): void {
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
export function endOnSignal(): void {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.once(signal, () => process.exit(1));
	}
}
