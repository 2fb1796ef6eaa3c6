import * as Comlink from 'comlink';
import type { EngineWorker } from '../link';
import { WorkerLife } from '../worker-life';
import type { MortalRunner } from './member';
import type { Code, CodeName, Job, Runner, Slice } from './runner';

/**
 * A Web Worker that has been asked to work and is silent for so many ticks of so many milliseconds
 * counts as dead. A page that stood still meanwhile, asleep or in a debugger, has missed one tick.
 */
const PATIENCE = 10;
const TICK = 1000;

/** The Web Worker of a runner died with a question under way. */
export class RunnerDiedError extends Error {
	override readonly name = 'RunnerDiedError';
}

/** The page's end of a runner in a Web Worker. Holds the Comlink proxy as long as that lives. */
export class RunnerLink implements MortalRunner {
	readonly #worker: EngineWorker;
	readonly #remote: Comlink.Remote<Runner>;
	readonly #life = new WorkerLife();

	constructor(worker: EngineWorker) {
		this.#worker = worker;
		this.#remote = Comlink.wrap<Runner>(worker);
		worker.onerror = (event) => {
			event.preventDefault();
			this.#life.end(new RunnerDiedError(event.message));
		};
	}

	/**
	 * Takes as long as it takes: until the first answer the Web Worker's own file may still be on its
	 * way, and then that of the strategy.
	 * @throws {RunnerDiedError} if the Web Worker died or could not be started.
	 */
	prepare(name: CodeName): Promise<Code> {
		return this.#life.hear(this.#remote.prepare(name));
	}

	/** @throws {RunnerDiedError} if the Web Worker died or does not answer. */
	async work(jobs: readonly Job[]): Promise<Slice> {
		let ticks = 0;
		const timer = setInterval(() => {
			ticks++;
			if (ticks === PATIENCE) this.#life.end(new RunnerDiedError('the runner did not answer'));
		}, TICK);
		try {
			return await this.#life.hear(this.#remote.work(jobs));
		} finally {
			clearInterval(timer);
		}
	}

	/** The answer tells nothing, and a death is told to the next question. */
	forget(): void {
		this.#life.hear(this.#remote.forget()).catch(() => {});
	}

	/** Ends the Web Worker. A question under way is told so. */
	dispose(): void {
		this.#life.end(new RunnerDiedError('the runner was ended'));
		this.#remote[Comlink.releaseProxy]();
		this.#worker.terminate();
	}
}
