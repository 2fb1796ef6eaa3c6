import { EngineAbsentError, EngineDiedError } from '../../engine/connection/failures';

/** What is said of a run that its engine failed: what happened, what still works, what to do. Pure. */
export function failureSentence(error: unknown): string {
	const reason = error instanceof Error ? error.message : String(error);
	if (error instanceof EngineAbsentError) {
		return `The engine could not be started: ${reason}. The address still holds this run.`;
	}
	if (error instanceof EngineDiedError) {
		return 'The engine stopped three times at the same place, so this run stands still. The address still holds it, and other runs go on.';
	}
	return `The engine could not answer: ${reason}. This run stands still; other runs and all knobs work.`;
}
