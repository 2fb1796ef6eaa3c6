import { fromSeconds, type Nanoseconds } from '../kernel/time';
import type { Change } from '../scenario/scenario';

/** Turns of knobs in time order, some of which have happened. */
export class Turns {
	readonly #changes: Change[];
	#made = 0;

	constructor(changes: readonly Change[]) {
		this.#changes = [...changes];
	}

	/** How many have happened. */
	get made(): number {
		return this.#made;
	}

	/** When the next is to happen; Infinity if none is left. */
	get nextTime(): Nanoseconds {
		const next = this.#changes[this.#made];
		return next === undefined ? Infinity : fromSeconds(next.at);
	}

	/** Adds one that is not earlier than any other. */
	push(change: Change): void {
		this.#changes.push(change);
	}

	/** Takes the next, which then has happened; undefined if none is left. */
	shift(): Change | undefined {
		const next = this.#changes[this.#made];
		if (next !== undefined) this.#made++;
		return next;
	}
}
