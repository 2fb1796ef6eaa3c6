import type { Scenario, StrategyId } from '../../core/scenario/scenario';
import type { EngineWorker } from '../connection/connection';
import { EngineFaultError } from '../connection/failures';
import { afterFrame } from './after-frame';
import { Batch, type Finished } from './batch';
import { Crew } from './crew';
import { ErrandQueue } from './errand-queue';
import type { Member } from './member';

/** So often in a row the code of a strategy may not come; then its scenarios are given up. */
const FETCHES = 3;

/** How long a member works before it answers, in milliseconds: soon enough for who cancels. */
const SLICE = 16;

/** The same beside pictures that it could delay. */
const SHORT_SLICE = 4;

export interface PoolOptions {
	/** Starts a Web Worker with a runner in it; throws where none can be had. */
	readonly start: () => EngineWorker;
	/** How many cores this machine has. */
	readonly cores: number;
	/** How many engines play now. Asked again and again, so it may change while the pool works. */
	readonly playing: () => number;
	/** Waits until the page has drawn its next picture. */
	readonly afterFrame?: () => Promise<void>;
}

export interface BatchOptions {
	/** Ends the work: nothing more comes of it but the reason of the signal, as an error. */
	readonly signal?: AbortSignal;
	/** Told how far all scenarios are together, in [0, 1]: it never goes back, and ends with 1. */
	readonly onprogress?: (share: number) => void;
}

/**
 * Runs scenarios without pictures on the cores that nobody plays on, one at least, and stays out of
 * the way of what is played. It is pulled like the engine: a Web Worker works for a slice of time when
 * the page asks for it, and while the page does not ask, nothing happens.
 */
export class RunPool {
	readonly #cores: number;
	readonly #playing: () => number;
	readonly #afterFrame: () => Promise<void>;
	readonly #crew: Crew;
	/** The members at work, those at it for longest first. */
	readonly #busy = new Set<Member>();
	readonly #queue = new ErrandQueue();
	/** How often in a row the code of a strategy did not come. */
	readonly #missed = new Map<StrategyId, number>();

	constructor(options: PoolOptions) {
		this.#cores = options.cores;
		this.#playing = options.playing;
		this.#afterFrame = options.afterFrame ?? afterFrame;
		this.#crew = new Crew(options.start);
	}

	/**
	 * Runs scenarios, which may differ in anything, and gives what came of each in the order in which
	 * they end. They begin in the order of the list, with the first `next`. A scenario that fails says
	 * so in its outcome, and the others go on. Leaving the loop ends the work, and so does the signal;
	 * a slice later nothing is left of it. Several batches may be under way, one behind the other.
	 * @throws the reason of the signal, what `onprogress` throws, or an EngineFaultError if a scenario
	 * is not plain data (`$state.snapshot` makes it so).
	 */
	async *run(
		scenarios: readonly Scenario[],
		{ signal, onprogress = () => {} }: BatchOptions = {}
	): AsyncGenerator<Finished, void> {
		signal?.throwIfAborted();
		const batch = new Batch(scenarios.length, onprogress);
		const end = () => {
			batch.fail(signal?.reason);
			this.#tidy();
		};
		signal?.addEventListener('abort', end);
		this.#queue.add(batch, scenarios);
		this.#fill();
		try {
			yield* batch.outcomes();
		} finally {
			signal?.removeEventListener('abort', end);
			end();
		}
	}

	/** How many members should be at work, if there is enough to do. */
	get #wanted(): number {
		return Math.max(1, this.#cores - this.#playing());
	}

	/** Puts members to work, as many as are wanted and have something to do. */
	#fill(): void {
		const held = this.#crew.members.reduce((sum, member) => sum + member.held.length, 0);
		const useful = Math.min(this.#wanted, this.#queue.length + held);
		if (useful > 0) this.#crew.keep();
		else this.#crew.rest();
		while (this.#busy.size < useful) {
			const member = this.#idleMember();
			if (member === null) break;
			void this.#serve(member);
		}
	}

	/** A member that could be at work; one that has begun something comes first. */
	#idleMember(): Member | null {
		const idle = this.#crew.members.filter((member) => !this.#busy.has(member));
		const begun = idle.find(({ held }) => held.length > 0);
		if (begun !== undefined) return begun;
		return this.#queue.length === 0 ? null : (idle[0] ?? this.#crew.hire());
	}

	/** Asks a member for one slice after the other, as long as it is there and wanted. */
	async #serve(member: Member): Promise<void> {
		this.#busy.add(member);
		try {
			while (this.#crew.has(member) && this.#busy.size <= this.#wanted) {
				if (!(await this.#step(member))) break;
				this.#fill();
			}
		} catch (error) {
			this.#mourn(member, error);
		}
		this.#busy.delete(member);
		this.#fill();
	}

	/** @returns false if there was nothing to do. */
	async #step(member: Member): Promise<boolean> {
		if (member.held.length === 0) {
			const next = this.#queue.first;
			if (next === undefined) return false;
			if (!member.prepared.has(next.scenario.strategy)) {
				await this.#prepare(member, next.scenario);
				return true;
			}
		}
		const isInTheWay = this.#isInTheWay(member);
		if (isInTheWay) await this.#afterFrame();
		member.take(this.#queue, Math.ceil(this.#queue.length / this.#wanted));
		if (member.held.length > 0) {
			this.#queue.giveBack(await member.work(isInTheWay ? SHORT_SLICE : SLICE));
		}
		return true;
	}

	/** Fetches the code of a scenario to where the member is. */
	async #prepare(member: Member, { strategy, mistakes }: Scenario): Promise<void> {
		const code = await member.runner.fetchCode({ strategy, mistakes });
		this.#crew.noteLife(member);
		if (code === 'unreachable') return this.#miss(member, strategy);
		if (code === 'unknown') this.#queue.refuse(strategy, `there is no strategy ${strategy}`);
		else member.prepared.add(strategy);
		this.#missed.delete(strategy);
	}

	/** The code of a strategy did not come. Browsers remember that; a new member may be luckier. */
	#miss(member: Member, strategy: StrategyId): void {
		this.#crew.bury(member);
		const misses = (this.#missed.get(strategy) ?? 0) + 1;
		this.#missed.set(strategy, misses);
		if (misses < FETCHES) return;
		this.#missed.delete(strategy);
		const failure = `the code of ${strategy} could not be fetched: see that the network is there, and try again`;
		this.#queue.refuse(strategy, failure);
	}

	/** A member is of no use any more. If that was a death, others take over what it had in hand. */
	#mourn(member: Member, error: unknown): void {
		const { held } = member;
		this.#crew.bury(member);
		if (!(error instanceof EngineFaultError)) {
			if (held.length === 0) this.#crew.noteFailedStart();
			else this.#queue.giveBackFromDead(held);
			return;
		}
		// A bug, of the caller or of ours: no other member would fare better.
		const concerned = held.length > 0 ? held : [this.#queue.first];
		for (const errand of concerned) errand?.batch.fail(error);
		this.#queue.tidy();
	}

	/** Leaves what nobody wants any more. */
	#tidy(): void {
		this.#queue.tidy();
		for (const member of this.#crew.members) member.tidy();
		this.#fill();
	}

	/**
	 * Whether a slice of a member could delay a picture. The page draws on a core of its own, beside
	 * those of the engines; whoever works beyond what is left waits for its turn behind each picture.
	 */
	#isInTheWay(member: Member): boolean {
		const playing = this.#playing();
		const spare = this.#cores - playing - 1;
		return member.isMainThread || (playing > 0 && [...this.#busy].indexOf(member) >= spare);
	}
}
