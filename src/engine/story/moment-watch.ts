import type { Nanoseconds } from '../../core/kernel/time';
import type { Moment, MomentKey } from '../../core/measures/moments';
import type { Run } from '../../core/run/run';
import type { Consumer } from '../../core/world/consumer';

/**
 * Notices when something begins, and then not again before it has been over for a while: a state
 * that flickers is one moment, not a thousand.
 */
class Onset {
	readonly #calm: Nanoseconds;
	#isArmed = true;
	#lastOn: Nanoseconds = 0;

	constructor(calm: Nanoseconds) {
		this.#calm = calm;
	}

	copy(): Onset {
		const copy = new Onset(this.#calm);
		copy.#isArmed = this.#isArmed;
		copy.#lastOn = this.#lastOn;
		return copy;
	}

	begins(isOn: boolean, now: Nanoseconds): boolean {
		if (!this.#isArmed && now - this.#lastOn >= this.#calm) this.#isArmed = true;
		if (!isOn) return false;
		this.#lastOn = now;
		if (!this.#isArmed) return false;
		this.#isArmed = false;
		return true;
	}
}

/** What may begin in a run. */
interface Watched {
	readonly key: MomentKey;
	readonly isOn: () => boolean;
	onset: Onset;
}

/** What a watch has noticed so far, and what it waits for. */
export interface Watching {
	readonly moments: number;
	readonly onsets: readonly Onset[];
	readonly isPiledUp: boolean;
}

/** Watches a run for the moments a learner should not miss. */
export class MomentWatch {
	readonly moments: Moment[] = [];
	readonly #run: Run;
	readonly #watched: readonly Watched[];
	/** True once so much has piled up that its end is worth a word. */
	#isPiledUp = false;

	/** @param end where the run ends; a hundredth of it is "a while". */
	constructor(run: Run, end: Nanoseconds) {
		this.#run = run;
		const { stores, states = {} } = run.mechanism;
		const { ledger, consumer, simulation } = run.world;
		const again = (key: MomentKey, isOn: () => boolean): Watched => {
			return { key, isOn, onset: new Onset(end / 100) };
		};
		const once = (key: MomentKey, isOn: () => boolean): Watched => {
			return { key, isOn, onset: new Onset(Infinity) };
		};
		// Whether a store has a limit does not change, though the limit may.
		const bounded = stores.filter(({ capacity }) => capacity !== Infinity);
		this.#watched = [
			// Without a slot nothing is full, but what is left of more slots.
			again('buffer-full', () =>
				bounded.some(({ capacity, length }) => length > 0 && length >= capacity)
			),
			// What only the strategy knows of itself.
			...Object.entries(states).map(([key, isOn]) => again(key as MomentKey, isOn)),
			// Blocked and freed within one instant is no waiting, so the instant must be over.
			again('held-back', () => {
				return ledger.heldBack.isHeld && simulation.timers.nextTime > simulation.now;
			}),
			once('first-dropped', () => ledger.dropped > 0),
			once('first-refused', () => ledger.refused > 0),
			once('first-late', () => ledger.late > 0),
			once('consumer-died', () => consumer.isDead)
		];
	}

	knobTurned(): void {
		this.#note('knob-turned');
	}

	/** How it stands now, to go on from there with another run. */
	get watching(): Watching {
		return {
			moments: this.moments.length,
			onsets: this.#watched.map(({ onset }) => onset.copy()),
			isPiledUp: this.#isPiledUp
		};
	}

	/** Goes on from where the watch of another run stood that is the same so far. */
	goOn({ moments, onsets, isPiledUp }: Watching, noticed: readonly Moment[]): void {
		this.moments.push(...noticed.slice(0, moments));
		this.#watched.forEach((watched, index) => {
			watched.onset = onsets[index]?.copy() ?? watched.onset;
		});
		this.#isPiledUp = isPiledUp;
	}

	settled(): void {
		const { ledger, consumer, simulation } = this.#run.world;
		for (const { key, isOn, onset } of this.#watched) {
			if (onset.begins(isOn(), simulation.now)) this.#note(key);
		}
		this.#watchBacklog(ledger.backlog.value - consumer.inService, consumer);
	}

	#watchBacklog(waiting: number, { places, isDead }: Consumer): void {
		if (waiting >= 10 * Math.max(1, places)) this.#isPiledUp = true;
		else if (waiting === 0 && this.#isPiledUp) {
			this.#isPiledUp = false;
			if (!isDead) this.#note('caught-up');
		}
	}

	#note(key: MomentKey): void {
		const { now, events } = this.#run.world.simulation;
		this.moments.push({ key, time: now, event: events });
	}
}
