import type { StrategyId } from '../../core/scenario/scenario';
import type { Errand, ErrandQueue } from './errand-queue';
import type { Runner } from './runner';

/** A runner that can be ended. */
export interface MortalRunner extends Runner {
	/** Ends it; it is asked nothing more. */
	dispose(): void;
}

/** One of the pool's crew: a runner, what it has in hand, and how much it can take. */
export class Member {
	readonly runner: MortalRunner;
	/** Whether it works in the page's own thread, and so only between pictures. */
	readonly isMainThread: boolean;
	/** The strategies whose code it has. */
	readonly prepared = new Set<StrategyId>();
	#begun: Errand | null = null;
	#given: readonly Errand[] = [];
	#isAtWork = false;
	/** So many errands fill a slice, as far as is known. */
	#appetite = 1;

	constructor(runner: MortalRunner, isMainThread: boolean) {
		this.runner = runner;
		this.isMainThread = isMainThread;
	}

	/** What it has in hand. Between two slices that is the errand it has begun, or nothing. */
	get held(): readonly Errand[] {
		return this.#begun === null ? this.#given : [this.#begun, ...this.#given];
	}

	/**
	 * Takes errands from the front of the queue, so many at most, as long as it has their code. One at
	 * which a runner has died is taken alone: then it is known which of them a runner dies of.
	 */
	take(queue: ErrandQueue, atMost: number): void {
		const hand = [...this.held];
		const room = Math.min(this.#appetite, hand.length + atMost);
		while (hand.length < room) {
			const next = queue.first;
			if (next === undefined || !this.prepared.has(next.scenario.strategy)) break;
			if (hand.length > 0 && [...hand, next].some(({ deaths }) => deaths > 0)) break;
			queue.shift();
			hand.push(next);
		}
		this.#given = this.#begun === null ? hand : hand.slice(1);
	}

	/**
	 * Works for a slice of so many milliseconds at what it has in hand, and tells the batches how far that got.
	 * @returns what it did not get to, in order; it no longer holds that.
	 */
	async work(milliseconds: number): Promise<readonly Errand[]> {
		const { held } = this;
		const jobs = this.#given.map(({ id, scenario }) => ({ id, scenario }));
		this.#isAtWork = true;
		const { over, begun } = await this.runner.work(jobs, milliseconds);
		this.#isAtWork = false;
		const left = new Map(held.map((errand) => [errand.id, errand]));
		for (const { id, outcome } of over) {
			const errand = left.get(id);
			errand?.batch.settle(errand.index, outcome);
			left.delete(id);
		}
		this.#begun = (begun && left.get(begun.id)) ?? null;
		this.#given = [];
		if (begun !== null) {
			this.#begun?.batch.reach(this.#begun.index, begun.share);
			left.delete(begun.id);
		}
		this.#appetite = over.length < held.length ? over.length + 1 : 2 * held.length;
		this.tidy();
		return [...left.values()];
	}

	/** Leaves the errand it has begun, if nobody wants it any more; during a slice, after that. */
	tidy(): void {
		if (this.#isAtWork || !this.#begun?.batch.isOver) return;
		this.#begun = null;
		this.runner.forget();
	}
}
