import type { Mechanism } from '../strategies/strategy';
import type { World } from '../world/world';

/** A law that every run obeys was broken: a bug in the core, never the fault of a scenario. */
class InvariantError extends Error {
	override readonly name = 'InvariantError';
}

/**
 * The laws that hold after every event. Each number is counted where it belongs, none by
 * subtracting the others, so a message that is forgotten anywhere breaks a law at once.
 */
export class Invariants {
	readonly #world: World;
	readonly #mechanism: Mechanism;
	readonly #lengths: number[];

	constructor(world: World, mechanism: Mechanism) {
		this.#world = world;
		this.#mechanism = mechanism;
		this.#lengths = mechanism.stores.map(() => 0);
	}

	/** @throws {InvariantError} if a law is broken; says which, when, and the numbers. */
	check(): void {
		const { ledger, source, consumer } = this.#world;
		this.#mechanism.check?.();
		const queued = this.#checkStores();
		const gone = ledger.completed + ledger.refused + ledger.dropped + ledger.lost;
		const here = source.waiting + ledger.hand + queued + consumer.inService;
		const backlog = ledger.backlog.value;
		if (ledger.offered !== gone + here || backlog !== here) {
			this.#fail(
				`${ledger.offered} messages were offered, ${gone} are done or gone, ${here} are somewhere, ${backlog} are in the backlog`
			);
		}
		const judged = ledger.inTime + ledger.late;
		if (judged !== ledger.completed) {
			this.#fail(`${ledger.completed} messages are done, ${judged} are in time or late`);
		}
	}

	#checkStores(): number {
		const { stores } = this.#mechanism;
		let queued = 0;
		for (let index = 0; index < stores.length; index++) {
			// The index runs over the stores, and there is one length for each.
			const store = stores[index] as (typeof stores)[number];
			const before = this.#lengths[index] as number;
			const length = store.length;
			if (length > before && length > store.capacity) {
				this.#fail(`a full buffer grew from ${before} to ${length}`);
			}
			store.check();
			this.#lengths[index] = length;
			queued += length;
		}
		return queued;
	}

	#fail(what: string): never {
		const { events, now } = this.#world.simulation;
		throw new InvariantError(`after event ${events} at ${now} ns: ${what}`);
	}
}
