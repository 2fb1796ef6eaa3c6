/** What decides how fast a window lets messages through. Times in seconds. */
export interface WindowSettings {
	readonly window: number;
	readonly batch: number;
	readonly roundTrip: number;
	/** The time from one completion to the next while all workers are busy. */
	readonly serviceTime: number;
}

/**
 * The most messages per second that come through a window, from a publisher that always has one to
 * a consumer with constant service times: in each round trip as many batches as the window holds,
 * or what the consumer can do. A window that its batch does not divide waits for the rest of a
 * batch to be processed before it asks again. Pure.
 */
export function windowRate({ window, batch, roundTrip, serviceTime }: WindowSettings): number {
	const batches = Math.floor(window / batch);
	const rest = window - batches * batch;
	const cycle = roundTrip + (batch - rest) * serviceTime;
	return Math.min(1 / serviceTime, (batches * batch) / cycle);
}
