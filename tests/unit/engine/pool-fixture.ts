import * as Comlink from 'comlink';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import type { EngineWorker } from '../../../src/engine/connection/connection';
import type { Finished } from '../../../src/engine/pool/batch';
import { LocalRunner } from '../../../src/engine/pool/local-runner';
import { type PoolOptions, RunPool } from '../../../src/engine/pool/run-pool';
import type { Code, CodeName, Job, Runner, Slice } from '../../../src/engine/pool/runner';

/** The first preset of each strategy, so short that all of them together take a moment. */
export const SHORT: readonly Scenario[] = STRATEGIES.plans.map(({ id }) => ({
	...STRATEGIES.presetsOf(id)[0].scenario,
	duration: 0.2
}));

/** So much to do that it takes many slices. */
export const LONG: Scenario = { ...STRATEGIES.opening.scenario, seed: 9, duration: 15 };

/** The same scenario under so many seeds. */
export function seeds(scenario: Scenario, count: number): readonly Scenario[] {
	return Array.from({ length: count }, (_, seed) => ({ ...scenario, seed }));
}

/** What a test wants to be otherwise than it is in a real Web Worker. */
export interface Wishes {
	/** Before a slice; returning false means silence for ever. */
	readonly beforeWork?: (worker: ThreadWorker, jobs: readonly Job[]) => boolean;
	/** In place of the answer about some code. */
	readonly code?: (name: CodeName) => Code | Promise<Code> | undefined;
}

/** A slice here is of so many looks at the clock, however long it was to be. */
const LOOKS = 4;

/** A Web Worker in this thread: a runner behind a channel. */
export class ThreadWorker implements EngineWorker, Runner {
	onerror: ((event: ErrorEvent) => unknown) | null = null;
	isTerminated = false;
	/** Slices asked for. */
	slices = 0;
	/** Whether a slice is under way. */
	isWorking = false;
	/** Whether it was disturbed in one. */
	wasDisturbed = false;
	readonly #wishes: Wishes;
	readonly #near: MessagePort;
	readonly #runner: LocalRunner;

	constructor(wishes: Wishes) {
		this.#wishes = wishes;
		const { port1, port2 } = new MessageChannel();
		this.#near = port1;
		let now = 0;
		this.#runner = new LocalRunner(() => now++);
		Comlink.expose(this, port2);
	}

	async fetchCode(name: CodeName): Promise<Code> {
		return this.#wishes.code?.(name) ?? this.#runner.fetchCode(name);
	}

	async work(jobs: readonly Job[]): Promise<Slice> {
		this.slices++;
		if (this.#wishes.beforeWork?.(this, jobs) === false) return new Promise(() => {});
		this.isWorking = true;
		// Others, which share this thread, begin theirs meanwhile.
		await new Promise((resolve) => setImmediate(resolve));
		const slice = await this.#runner.work(jobs, LOOKS);
		this.isWorking = false;
		return slice;
	}

	forget(): void {
		this.wasDisturbed ||= this.isWorking;
		this.#runner.forget();
	}

	/** Whether it keeps a run that it would go on with. */
	async keepsRun(): Promise<boolean> {
		const { begun, over } = await this.#runner.work([], LOOKS);
		return begun !== null || over.length > 0;
	}

	/** As when the browser ends it. */
	die(): void {
		this.onerror?.({ message: 'out of memory', preventDefault: () => {} } as ErrorEvent);
	}

	terminate(): void {
		this.isTerminated = true;
		this.#near.close();
	}

	start(): void {
		this.#near.start();
	}

	postMessage(message: unknown, transfer: Transferable[] = []): void {
		this.#near.postMessage(message, transfer);
	}

	addEventListener(...args: Parameters<EngineWorker['addEventListener']>): void {
		this.#near.addEventListener(...args);
	}

	removeEventListener(...args: Parameters<EngineWorker['removeEventListener']>): void {
		this.#near.removeEventListener(...args);
	}
}

/** A pool on Web Workers in this thread, which a test can look at. */
export function poolOf(options: Partial<PoolOptions> & Wishes = {}) {
	const workers: ThreadWorker[] = [];
	const pool = new RunPool({
		cores: 2,
		playing: () => 0,
		afterFrame: () => Promise.resolve(),
		start: () => {
			const worker = new ThreadWorker(options);
			workers.push(worker);
			return worker;
		},
		...options
	});
	return { pool, workers };
}

export async function all(outcomes: AsyncIterable<Finished>): Promise<readonly Finished[]> {
	const finished: Finished[] = [];
	for await (const outcome of outcomes) finished.push(outcome);
	return finished;
}

/** Lets everything that is under way arrive. */
export async function quiet(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}
