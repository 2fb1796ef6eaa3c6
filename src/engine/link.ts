import * as Comlink from 'comlink';
import type { Engine } from './protocol';
import { WorkerLife } from './worker-life';

/** A Web Worker that has not answered for so long, in milliseconds, counts as dead. */
const PATIENCE = 5000;

/** The engine died with a request under way. A new link can be made and the run replayed. */
export class EngineDiedError extends Error {
	override readonly name = 'EngineDiedError';
}

/** What a link needs of a Web Worker; tests give their own. */
export type EngineWorker = Comlink.Endpoint & {
	onerror: ((event: ErrorEvent) => unknown) | null;
	terminate(): void;
};

/**
 * The page's end of the engine. Holds the Comlink proxy for the life of the Web Worker, and turns
 * a worker that errs or does not answer into a rejected request.
 */
export class EngineLink {
	readonly #worker: EngineWorker;
	readonly #remote: Comlink.Remote<Engine>;
	readonly #patience: number;
	readonly #life = new WorkerLife();

	constructor(worker: EngineWorker, patience = PATIENCE) {
		this.#worker = worker;
		this.#patience = patience;
		this.#remote = Comlink.wrap<Engine>(worker);
		worker.onerror = (event) => {
			event.preventDefault();
			this.#life.end(new EngineDiedError(event.message));
		};
	}

	/**
	 * Asks the engine.
	 * @throws {EngineDiedError} if the Web Worker is dead, does not answer in time, or answers that it
	 * is broken: it could not fetch a strategy, say.
	 */
	async ask<T>(question: (engine: Comlink.Remote<Engine>) => Promise<T>): Promise<T> {
		const timer = setTimeout(() => {
			this.#life.end(new EngineDiedError('the engine did not answer'));
		}, this.#patience);
		try {
			return await this.#life.hear(question(this.#remote));
		} catch (error) {
			throw error instanceof EngineDiedError ? error : new EngineDiedError(String(error));
		} finally {
			clearTimeout(timer);
		}
	}

	/** Ends the Web Worker. */
	dispose(): void {
		this.#remote[Comlink.releaseProxy]();
		this.#worker.terminate();
	}
}
