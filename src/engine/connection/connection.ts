import * as Comlink from 'comlink';
import type { Engine } from '../protocol';
import { EngineAbsentError, EngineDiedError, EngineFaultError } from './failures';

/** How often a connection looks whether an answer has come, in milliseconds. */
const TICK = 500;
/** An engine that owes an answer for so many ticks counts as dead. */
const PATIENCE = 10;

/** What a connection needs of a Web Worker; tests give their own. */
export type EngineWorker = Comlink.Endpoint & {
	onerror: ((event: ErrorEvent) => unknown) | null;
	terminate(): void;
};

/** Calls back every so many milliseconds until the returned function is called. */
export type Ticker = (tick: () => void, milliseconds: number) => () => void;

/** Calls as one asks for them from afar: every answer comes later. */
export type Asked<Calls> = {
	readonly [Call in keyof Calls]: Calls[Call] extends (...args: infer Args) => infer Answer
		? (...args: Args) => Promise<Awaited<Answer>>
		: never;
};

/** An engine as one asks it. */
export type AskedEngine = Asked<Engine>;

/** A question to an engine, or to whatever else a Web Worker holds. */
export type Question<T, Calls = Engine> = (asked: Asked<Calls>) => Promise<T>;

/** Somebody who answers questions about runs. */
export interface Connection<Calls = Engine> {
	/**
	 * Asks the engine something that it answers within a slice.
	 * @throws {EngineDiedError | EngineFaultError | EngineAbsentError}
	 */
	ask<T>(question: Question<T, Calls>): Promise<T>;
	/** Asks for something that takes as long as the network takes. Throws the same. */
	askPatiently<T>(question: Question<T, Calls>): Promise<T>;
	/** Ends the engine; once is enough. */
	dispose(): void;
}

/** A question that the engine owes an answer to. */
interface Debt {
	ticks: number;
	fail(error: Error): void;
}

/**
 * The page's end of an engine in a Web Worker. It holds the Comlink proxy for the life of the worker,
 * and turns a worker that never started, that died or that hangs into errors of three kinds.
 *
 * A wall clock is no proof of death. Patience begins at the first sign of life, which a slow network
 * may delay as long as it likes, and it is counted in ticks of the page's own timer, which stand still
 * when the machine does. Questions are answered in order, so only the oldest can be what hangs.
 */
export class WorkerConnection<Calls = Engine> implements Connection<Calls> {
	readonly #worker: EngineWorker;
	readonly #engine: Comlink.Remote<Calls>;
	readonly #ticker: Ticker;
	/** Questions without an answer, the oldest first; and those that may take their time. */
	readonly #debts = new Set<Debt>();
	readonly #patient = new Set<Debt>();
	#stopTicking: (() => void) | null = null;
	#isAlive = false;
	#isDisposed = false;
	#end: Error | null = null;

	constructor(worker: EngineWorker, ticker: Ticker = intervals) {
		this.#worker = worker;
		this.#ticker = ticker;
		worker.addEventListener('message', () => {
			this.#isAlive = true;
		});
		worker.onerror = (event) => {
			event.preventDefault();
			this.#die(event.message || 'its file could not be loaded');
		};
		this.#engine = Comlink.wrap<Calls>(worker);
	}

	ask<T>(question: Question<T, Calls>): Promise<T> {
		return this.#owe(question, this.#debts);
	}

	askPatiently<T>(question: Question<T, Calls>): Promise<T> {
		return this.#owe(question, this.#patient);
	}

	dispose(): void {
		if (this.#isDisposed) return;
		this.#isDisposed = true;
		this.#stop(new EngineDiedError('the engine was ended', false));
		this.#engine[Comlink.releaseProxy]();
		this.#worker.terminate();
	}

	async #owe<T>(question: Question<T, Calls>, debts: Set<Debt>): Promise<T> {
		if (this.#end !== null) throw this.#end;
		const debt: Debt = { ticks: 0, fail: () => {} };
		const death = new Promise<never>((_, reject) => {
			debt.fail = reject;
		});
		debts.add(debt);
		this.#stopTicking ??= this.#ticker(() => this.#tick(), TICK);
		try {
			return await Promise.race([question(this.#engine as unknown as Asked<Calls>), death]);
		} catch (error) {
			throw isOurs(error) ? error : new EngineFaultError(messageOf(error));
		} finally {
			debts.delete(debt);
			if (this.#debts.size === 0) this.#rest();
		}
	}

	#tick(): void {
		if (!this.#isAlive) return;
		const [oldest] = this.#debts;
		if (oldest !== undefined && ++oldest.ticks > PATIENCE) this.#die('it did not answer');
	}

	#die(reason: string): void {
		this.#stop(
			this.#isAlive
				? new EngineDiedError(`the engine died: ${reason}`)
				: new EngineAbsentError(reason)
		);
	}

	/** Every question is answered with an error; the oldest is the one the engine was at. */
	#stop(end: Error): void {
		this.#end ??= end;
		const [culprit] = this.#debts;
		for (const debt of [...this.#debts, ...this.#patient]) {
			const isInnocent = end instanceof EngineDiedError && debt !== culprit;
			debt.fail(isInnocent ? new EngineDiedError(end.message, false) : end);
		}
		this.#rest();
	}

	#rest(): void {
		this.#stopTicking?.();
		this.#stopTicking = null;
	}
}

function intervals(tick: () => void, milliseconds: number): () => void {
	const timer = setInterval(tick, milliseconds);
	return () => clearInterval(timer);
}

function isOurs(error: unknown): boolean {
	return error instanceof EngineDiedError || error instanceof EngineAbsentError;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
