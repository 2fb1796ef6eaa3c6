import type { Result } from '../../core/run/result';
import type { Scenario } from '../../core/scenario/scenario';

/** A scenario that is to be run, under a number of its own. */
export interface Job {
	readonly id: number;
	readonly scenario: Scenario;
}

/** A result without its scenario, which whoever asked has: copying it back and forth takes longest. */
export type BareResult = Omit<Result, 'scenario'>;

/** What came of a scenario. One that failed says what happened and what to do, as a sentence. */
export type Outcome = { readonly result: BareResult } | { readonly failure: string };

/** How far one slice of work has got. */
export interface Slice {
	/** The jobs that are over, in the order in which they ended. */
	readonly over: readonly { readonly id: number; readonly outcome: Outcome }[];
	/** The job that is half done, and the share of its virtual time that has passed, in [0, 1]. */
	readonly begun: { readonly id: number; readonly share: number } | null;
}

/** What of a scenario says which code it runs. */
export type CodeName = Pick<Scenario, 'strategy' | 'mistakes'>;

/** Whether the code of a strategy is there: if not, there is none, or its file did not come. */
export type Code = 'ready' | 'unknown' | 'unreachable';

/**
 * Runs scenarios without pictures, as the pool sees it through Comlink. It has no timer, pushes
 * nothing, and works no longer than it is told before it answers with how far it got. What may take longer, to
 * fetch the code of a strategy, is a question of its own. Every promise rejects only when the runner
 * is broken.
 */
export interface Runner {
	/** Fetches the code of a scenario. */
	fetchCode(name: CodeName): Promise<Code>;
	/**
	 * Goes on with the job that is begun, then takes up these in their order, for about so many
	 * milliseconds. Those it has not begun by then it forgets. Their code is there already.
	 */
	work(jobs: readonly Job[], milliseconds: number): Promise<Slice>;
	/** Forgets the job that is begun. */
	forget(): void;
}
