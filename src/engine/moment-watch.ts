import type { Nanoseconds } from '../core/kernel/time';
import type { Moment, MomentKey } from '../core/measures/moments';
import type { Run } from '../core/run/run';

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

	begins(isOn: boolean, now: Nanoseconds): boolean {
		if (!this.#isArmed && now - this.#lastOn >= this.#calm) this.#isArmed = true;
		if (!isOn) return false;
		this.#lastOn = now;
		if (!this.#isArmed) return false;
		this.#isArmed = false;
		return true;
	}
}

/** Watches a run for the moments a learner should not miss. */
export class MomentWatch {
	readonly moments: Moment[] = [];
	readonly #run: Run;
	readonly #full: Onset;
	readonly #held: Onset;
	/** What only the strategy knows of itself. */
	readonly #states: readonly {
		readonly key: MomentKey;
		readonly isOn: () => boolean;
		readonly onset: Onset;
	}[];
	#hasDropped = false;
	#hasRefused = false;
	#hasDied = false;
	/** True once so much has piled up that its end is worth a word. */
	#isPiledUp = false;

	/** @param end where the run ends; a hundredth of it is "a while". */
	constructor(run: Run, end: Nanoseconds) {
		this.#run = run;
		this.#full = new Onset(end / 100);
		this.#held = new Onset(end / 100);
		this.#states = Object.entries(run.mechanism.states ?? {}).map(([key, isOn]) => ({
			key: key as MomentKey,
			isOn,
			onset: new Onset(end / 100)
		}));
	}

	knobTurned(): void {
		this.#note('knob-turned');
	}

	settled(): void {
		const { ledger, consumer, simulation } = this.#run.world;
		const now = simulation.now;
		const store = this.#run.mechanism.stores[0];
		if (store !== undefined) {
			const isFull = store.capacity > 0 && store.length >= store.capacity;
			if (this.#full.begins(isFull, now)) this.#note('buffer-full');
		}
		for (const { key, isOn, onset } of this.#states) {
			if (onset.begins(isOn(), now)) this.#note(key);
		}
		// Blocked and freed within one instant is no waiting, so the instant must be over.
		const isHeld = ledger.heldBack.isHeld && simulation.timers.nextTime > now;
		if (this.#held.begins(isHeld, now)) this.#note('held-back');
		if (!this.#hasDropped && ledger.dropped > 0) {
			this.#hasDropped = true;
			this.#note('first-dropped');
		}
		if (!this.#hasRefused && ledger.refused > 0) {
			this.#hasRefused = true;
			this.#note('first-refused');
		}
		if (!this.#hasDied && consumer.isDead) {
			this.#hasDied = true;
			this.#note('consumer-died');
		}
		this.#watchBacklog(ledger.backlog.value - consumer.inService, consumer.places);
	}

	#watchBacklog(waiting: number, workers: number): void {
		if (waiting >= 10 * workers) this.#isPiledUp = true;
		else if (waiting === 0 && this.#isPiledUp) {
			this.#isPiledUp = false;
			if (!this.#hasDied) this.#note('caught-up');
		}
	}

	#note(key: MomentKey): void {
		const { now, events } = this.#run.world.simulation;
		this.moments.push({ key, time: now, event: events });
	}
}
