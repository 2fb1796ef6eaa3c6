import { randomUUID } from 'node:crypto';
import {
	accessSync,
	closeSync,
	constants,
	fchmodSync,
	fsyncSync,
	openSync,
	realpathSync,
	renameSync,
	rmSync,
	type Stats,
	statSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isBrokenPipe } from './broken-pipe';

const PERMISSIONS = 0o777;
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A file that gets a new text all at once: the text is written beside it, under another name, and
 * takes its place when it is whole. Until then, and if anything fails or somebody ends this
 * process, the file stays as it was, and nothing stays beside it. A pipe or a device, which has no
 * text to lose, is written to directly.
 */
export class ReplacedFile {
	/** What stands there now; null for nothing. */
	readonly status: Stats | null;
	readonly #path: string;
	/** The file itself where the path is a link, which stays. */
	readonly #target: string;

	/** @throws {Error} if it is clear already that nothing can be written there. */
	constructor(path: string) {
		this.#path = path;
		try {
			this.status = statSync(path, { throwIfNoEntry: false }) ?? null;
			this.#target = this.status?.isFile() ? realpathSync(path) : path;
			if (this.status?.isDirectory()) throw new Error('it is a folder');
			if (this.status !== null) accessSync(path, constants.W_OK);
			if (this.#isReplaced) accessSync(dirname(this.#target), constants.W_OK);
		} catch (cause) {
			throw new Error(`${path} cannot be written`, { cause });
		}
	}

	/** @throws {Error} if that fails; the file is as it was then. */
	async replace(pieces: Iterable<string>): Promise<void> {
		try {
			if (this.#isReplaced) await this.#writeBeside(pieces);
			else this.#writeInto(pieces);
		} catch (cause) {
			const state = this.#isReplaced && this.status !== null ? ', and is as it was' : '';
			throw new Error(`${this.#path} was not written${state}`, { cause });
		}
	}

	get #isReplaced(): boolean {
		return this.status === null || this.status.isFile();
	}

	async #writeBeside(pieces: Iterable<string>): Promise<void> {
		const temporary = join(dirname(this.#target), `.pushback-${randomUUID()}`);
		const remove = () => rmSync(temporary, { force: true });
		const letSignalsEnd = onEndingSignal(remove);
		try {
			const descriptor = openSync(temporary, 'wx');
			try {
				if (this.status !== null) fchmodSync(descriptor, this.status.mode & PERMISSIONS);
				for (const piece of pieces) {
					writeFileSync(descriptor, piece);
					// A signal is heard between two pieces only.
					await nextTurn();
				}
				// Some disks say only now that they are full.
				fsyncSync(descriptor);
			} finally {
				closeSync(descriptor);
			}
			renameSync(temporary, this.#target);
		} catch (error) {
			remove();
			throw error;
		} finally {
			// One that came while the disk was busy is heard now.
			await nextTurn();
			letSignalsEnd();
		}
	}

	#writeInto(pieces: Iterable<string>): void {
		const descriptor = openSync(this.#target, 'w');
		try {
			for (const piece of pieces) writeFileSync(descriptor, piece);
		} catch (error) {
			// Whoever reads has had enough.
			if (!isBrokenPipe(error)) throw error;
		} finally {
			closeSync(descriptor);
		}
	}
}

/**
 * Has something done before a signal ends this process, which it then does as if nobody had heard it.
 * @returns stops that
 */
function onEndingSignal(act: () => void): () => void {
	const stop = () => {
		for (const signal of ENDING_SIGNALS) process.off(signal, end);
	};
	const end = (signal: NodeJS.Signals) => {
		act();
		stop();
		process.kill(process.pid, signal);
	};
	for (const signal of ENDING_SIGNALS) process.on(signal, end);
	return stop;
}
