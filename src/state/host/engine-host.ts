import type { Connection } from '../../engine/connection/connection';
import { EngineAbsentError } from '../../engine/connection/failures';
import type { RunId } from '../../engine/protocol';

/** One way to have an engine, and what is said when it is the one that worked. */
export interface Rung {
	/** @throws {Error} if this way is barred here; it may also turn out later. */
	start(): Connection | Promise<Connection>;
	/** One sentence for the reader, given what was in the way of the rungs above; null for none. */
	readonly notice: ((reason: string) => string) | null;
}

/**
 * Keeps one engine for all runs of a page. It climbs down a ladder until a rung holds: an engine that
 * never starts is followed by the next way to have one, and an engine that dies by another of its own
 * kind. Whoever asks opens its run in the new one.
 */
export class EngineHost {
	/** Called with one sentence when the engine is not had in the first way. */
	onfallback: (sentence: string) => void = () => {};

	readonly #ladder: readonly Rung[];
	#rung = 0;
	/** What was in the way of the rung above. */
	#reason = '';
	#connection: Promise<Connection> | null = null;
	#runs: RunId = 0;

	constructor(ladder: readonly Rung[]) {
		this.#ladder = ladder;
	}

	/** A number that names no other run of this page. */
	newRun(): RunId {
		return ++this.#runs;
	}

	/**
	 * The engine, started if there is none.
	 * @throws {EngineAbsentError} if none can be had in any way; asked again, all are tried again.
	 */
	engine(): Promise<Connection> {
		if (this.#connection !== null) return this.#connection;
		const begun = this.#begin();
		this.#connection = begun;
		begun.catch(() => {
			if (this.#connection === begun) this.#connection = null;
		});
		return begun;
	}

	/** Ends an engine that died. The next one knows no run yet. */
	bury(connection: Connection): void {
		connection.dispose();
		void this.#forget(connection);
	}

	/**
	 * Ends an engine that never started. The next is had in another way.
	 * @throws {EngineAbsentError} if there is no other way.
	 */
	async climbDown(connection: Connection, { message }: EngineAbsentError): Promise<void> {
		connection.dispose();
		if (await this.#forget(connection)) this.#nextRung(message);
	}

	async #begin(): Promise<Connection> {
		for (;;) {
			const rung = this.#ladder[this.#rung];
			try {
				const connection = await rung?.start();
				if (rung === undefined || connection === undefined) throw new Error('no way is known');
				if (rung.notice !== null) this.onfallback(rung.notice(this.#reason));
				return connection;
			} catch (error) {
				this.#nextRung(error instanceof Error ? error.message : String(error));
			}
		}
	}

	#nextRung(reason: string): void {
		// What barred the first way tells more than what followed from it.
		if (this.#rung === 0) this.#reason = reason;
		this.#rung++;
		if (this.#rung < this.#ladder.length) return;
		this.#rung = 0;
		throw new EngineAbsentError(this.#reason);
	}

	/** True if it was the present one. */
	async #forget(connection: Connection): Promise<boolean> {
		const present = this.#connection;
		if (present === null || (await present.catch(() => null)) !== connection) return false;
		if (this.#connection !== present) return false;
		this.#connection = null;
		return true;
	}
}
