import type * as Comlink from 'comlink';
import { EngineDiedError, EngineLink, type EngineWorker } from '../engine/link';
import type { Engine } from '../engine/protocol';

/** Starts a Web Worker with an engine in it. */
export type WorkerStarter = () => EngineWorker;

/** A question to the engine, as `EngineLink.ask` takes it. */
export type Question<T> = (engine: Comlink.Remote<Engine>) => Promise<T>;

/**
 * Keeps one engine alive. When its Web Worker dies, the next question is put to a new one, after
 * the owner has had the chance to replay the run.
 */
export class EngineHost {
	readonly #start: WorkerStarter;
	#link: EngineLink | null = null;

	constructor(start: WorkerStarter) {
		this.#start = start;
	}

	/** @throws {EngineDiedError} if the engine died or could not be started. */
	async ask<T>(question: Question<T>): Promise<T> {
		this.#link ??= this.#begin();
		return this.#link.ask(question);
	}

	/** Ends a dead engine. The next question starts a new one, which knows no run yet. */
	bury(): void {
		this.#link?.dispose();
		this.#link = null;
	}

	#begin(): EngineLink {
		try {
			return new EngineLink(this.#start());
		} catch (error) {
			throw new EngineDiedError(error instanceof Error ? error.message : String(error));
		}
	}
}
