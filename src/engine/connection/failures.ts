/**
 * The engine died or hangs: its Web Worker erred, ended, or gave no answer. A new one can be started
 * and the run replayed.
 */
export class EngineDiedError extends Error {
	override readonly name = 'EngineDiedError';
	/** Whether it died at the very question that this error answers, and not at one before it. */
	readonly isCulprit: boolean;

	constructor(message: string, isCulprit = true) {
		super(message);
		this.isCulprit = isCulprit;
	}
}

/** The engine answered that it cannot answer: a bug, or a file that could not be fetched. */
export class EngineFaultError extends Error {
	override readonly name = 'EngineFaultError';
}

/** No engine ever started: the message says what was in the way. */
export class EngineAbsentError extends Error {
	override readonly name = 'EngineAbsentError';
}
