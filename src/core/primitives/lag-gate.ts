/** What a gate makes of a lag: above the limit it shuts, at or below `resume` it opens. */
export interface LagLimits {
	readonly limit: number;
	readonly resume: number;
}

/**
 * Lets messages through while consumer lag is low. It knows only what it has read: between two
 * readings it stays as it is, and between `resume` and the limit too, which is its hysteresis. When
 * the reading fails nobody knows whether the consumer keeps up, and the gate counts as shut.
 */
export class LagGate {
	#isOpen = true;
	#seen: number | null = null;
	#hasFailed = false;
	#readings = 0;

	/** Whether messages may pass, by the latest reading; true before the first. */
	get isOpen(): boolean {
		return this.#isOpen && !this.#hasFailed;
	}

	/** Whether the latest reading failed. */
	get hasFailed(): boolean {
		return this.#hasFailed;
	}

	/** The lag that was read last; null before the first reading. */
	get seen(): number | null {
		return this.#seen;
	}

	/** How often it has read, or failed to. */
	get readings(): number {
		return this.#readings;
	}

	/** Reads a lag, in messages; null is a reading that failed. */
	read(lag: number | null, { limit, resume }: LagLimits): void {
		this.#readings++;
		this.#hasFailed = lag === null;
		if (lag === null) return;
		this.#seen = lag;
		if (lag > limit) this.#isOpen = false;
		else if (lag <= resume) this.#isOpen = true;
	}
}
