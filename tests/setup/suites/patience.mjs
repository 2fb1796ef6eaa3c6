/** For how long no test of a suite may end before the suite hangs, in seconds. */
export const SUITE_PATIENCE = 300;

/**
 * What a single test may take, in milliseconds. The longest needs 12 s on a quiet machine, so this is
 * enough for one twenty times as slow; and it is less than the patience with a suite, so that a test
 * that waits in vain is ended and named by the suite itself, which then goes on.
 */
export const TEST_LIMIT = 240_000;

/**
 * What ticks once a second. A clock of its own would go on while this process is stopped or the
 * machine sleeps, and find a suite to hang that was given no time; ticks only come to the living.
 * @param {() => void} tick
 * @returns {() => void} stops it
 */
export function everySecond(tick) {
	const timer = setInterval(tick, 1000);
	return () => clearInterval(timer);
}

/** Waits for signs of life, however many, as long as the next one comes in time. */
export class Patience {
	#limit;
	#silence = 0;

	/** @param {number} limit so many ticks without a sign of life are too many */
	constructor(limit) {
		this.#limit = limit;
	}

	/**
	 * Lets a tick pass.
	 * @param {boolean} isAlive whether there was a sign of life since the one before
	 */
	tick(isAlive) {
		this.#silence = isAlive ? 0 : this.#silence + 1;
	}

	get isOver() {
		return this.#silence >= this.#limit;
	}
}
