/** The share of a new measurement in the smoothed one. */
const WEIGHT = 0.1;
/** Above this share of the wanted speed, a speed counts as held. */
const ENOUGH = 0.9;

/** Measures what speed the engine can hold, smoothed so that the number can be read. */
export class HeldSpeed {
	#smoothed = 1;

	/**
	 * Takes note of one frame.
	 * @param virtual virtual milliseconds that passed
	 * @param elapsed screen milliseconds that passed
	 * @returns the speed that is held if that is clearly less than `speed`, else null
	 */
	measure(virtual: number, elapsed: number, speed: number, hasEnded: boolean): number | null {
		if (elapsed <= 0 || hasEnded) return null;
		const share = virtual / (elapsed * speed);
		this.#smoothed += WEIGHT * (share - this.#smoothed);
		return this.#smoothed < ENOUGH ? this.#smoothed * speed : null;
	}
}
