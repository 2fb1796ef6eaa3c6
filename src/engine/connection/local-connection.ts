import { FetchingEngine } from '../fetching-engine';
import type { AskedEngine, Connection, Question } from './connection';
import { EngineFaultError } from './failures';

/** Lets the page draw and listen before an answer is worked out. */
function breath(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}

/** An engine on the page itself, for places where no Web Worker can be had. */
export class LocalConnection implements Connection {
	readonly #engine: AskedEngine;

	constructor() {
		const engine = new FetchingEngine();
		this.#engine = {
			prepare: (scenario) => engine.prepare(scenario),
			open: async (...opening) => engine.open(...opening),
			close: async (run) => engine.close(run),
			travel: async (...traveling) => engine.travel(...traveling),
			preview: async (...looking) => engine.preview(...looking),
			glimpse: async (...glimpsing) => engine.glimpse(...glimpsing),
			rest: async (...resting) => engine.rest(...resting),
			history: async (...telling) => engine.history(...telling)
		};
	}

	async ask<T>(question: Question<T>): Promise<T> {
		await breath();
		try {
			return await question(this.#engine);
		} catch (error) {
			throw new EngineFaultError(error instanceof Error ? error.message : String(error));
		}
	}

	askPatiently<T>(question: Question<T>): Promise<T> {
		return this.ask(question);
	}

	dispose(): void {}
}
