import { type EngineWorker, WorkerConnection } from '../connection/connection';
import type { MortalRunner } from './member';
import type { Code, CodeName, Job, Runner, Slice } from './runner';

/**
 * A runner in a Web Worker. Every promise rejects as those of a connection do: the Web Worker died,
 * never started, or has a bug.
 */
export class RunnerLink implements MortalRunner {
	readonly #connection: WorkerConnection<Runner>;

	constructor(worker: EngineWorker) {
		this.#connection = new WorkerConnection<Runner>(worker);
	}

	fetchCode(name: CodeName): Promise<Code> {
		return this.#connection.askPatiently((runner) => runner.fetchCode(name));
	}

	work(jobs: readonly Job[], milliseconds: number): Promise<Slice> {
		return this.#connection.ask((runner) => runner.work(jobs, milliseconds));
	}

	/** The answer tells nothing, and of a death the next question is told. */
	forget(): void {
		this.#connection.ask((runner) => runner.forget()).catch(() => {});
	}

	dispose(): void {
		this.#connection.dispose();
	}
}
