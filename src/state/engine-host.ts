import type * as Comlink from 'comlink';
import { EngineLink, type EngineWorker } from '../engine/link';
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
	#link: EngineLink;

	constructor(start: WorkerStarter) {
		this.#start = start;
		this.#link = new EngineLink(start());
	}

	/** @throws {EngineDiedError} if the engine died; `revive` gives a new one. */
	ask<T>(question: Question<T>): Promise<T> {
		return this.#link.ask(question);
	}

	/** Puts a new engine in the place of a dead one. It knows no run yet. */
	revive(): void {
		this.#link.dispose();
		this.#link = new EngineLink(this.#start());
	}

	dispose(): void {
		this.#link.dispose();
	}
}
