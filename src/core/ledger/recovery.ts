import type { Nanoseconds } from '../kernel/time';

/**
 * How long the backlog takes to be back at what it was before a disturbance. The disturbance lasts
 * from the first turned knob to the last; recovery is the first event from then on after which the
 * backlog is no larger than just before the first. Where all knobs were turned at one instant nothing
 * has come of it yet at that instant, and the backlog has to become larger before it can be back.
 */
export class Recovery {
	/** The backlog just before the first turned knob. */
	#level = Number.NaN;
	#firstAt = Number.NaN;
	#lastAt = Number.NaN;
	#hasLeft = false;
	#backAt = Number.NaN;
	#isOpen = false;

	/** Whether there was a disturbance that the backlog has not recovered from. */
	get isOpen(): boolean {
		return this.#isOpen;
	}

	/** A knob was turned, and nothing has happened since. */
	mark(backlog: number, now: Nanoseconds): void {
		if (Number.isNaN(this.#firstAt)) {
			this.#firstAt = now;
			this.#level = backlog;
		}
		this.#lastAt = now;
		this.#hasLeft = now > this.#firstAt;
		this.#backAt = Number.NaN;
		this.#isOpen = true;
	}

	/** Takes note of the backlog after an event. */
	settle(backlog: number, now: Nanoseconds): void {
		if (backlog > this.#level) this.#hasLeft = true;
		else if (this.#hasLeft) {
			this.#backAt = now;
			this.#isOpen = false;
		}
	}

	/**
	 * From the last turned knob to the recovery: 0 if the backlog never became larger, NaN without a
	 * turned knob and while it has not recovered.
	 */
	get duration(): Nanoseconds {
		if (this.#isOpen && !this.#hasLeft) return 0;
		return this.#backAt - this.#lastAt;
	}
}
