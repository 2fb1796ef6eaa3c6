import { type Nanoseconds, toSeconds } from '../kernel/time';

/**
 * The slope is taken over the last one to two of these: shorter, and a lag that falls by leaps,
 * because a slow message holds back the commits behind it, has no trend; longer, and a lag that has
 * turned seems to go on.
 */
const STEP: Nanoseconds = 1e9;

/**
 * How fast a number grows, from its value now and at the last whole step but one: a rule that depends
 * on the run alone and not on when somebody looks.
 */
export class Slope {
	#value = 0;
	/** The number of the latest step in which it changed, and its value before that and the one before. */
	#step = 0;
	#atStep = 0;
	#atStepBefore = 0;

	/** Adds `change` at `now`, which is not before the last change. */
	change(change: number, now: Nanoseconds): void {
		const step = Math.floor(now / STEP);
		if (step > this.#step) {
			this.#atStepBefore = step === this.#step + 1 ? this.#atStep : this.#value;
			this.#atStep = this.#value;
			this.#step = step;
		}
		this.#value += change;
	}

	/** Change per second at `now`; 0 before anything can be said. Does not change it. */
	perSecondAt(now: Nanoseconds): number {
		const step = Math.floor(now / STEP);
		const since = Math.max(0, step - 1) * STEP;
		if (now === since) return 0;
		return (this.#value - this.#valueAt(step)) / toSeconds(now - since);
	}

	/** The value at the beginning of the step before number `step`. */
	#valueAt(step: number): number {
		if (step === this.#step) return this.#atStepBefore;
		return step === this.#step + 1 ? this.#atStep : this.#value;
	}
}
