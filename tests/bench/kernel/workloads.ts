import { STREAM, streamKey } from '../../../src/core/chance/draw';
import { exponential } from '../../../src/core/chance/exponential';
import { nearest, SECOND } from '../../../src/core/kernel/time';

/** Messages in each workload. */
export const MESSAGES = 200_000;

const OFFERS = streamKey(1, STREAM.offer);
const SERVICES = streamKey(1, STREAM.service);

/**
 * What each message brings along, drawn where it is needed: every competitor pays for the same
 * draws and gets the very same numbers, in integer nanoseconds.
 */
export interface Workload {
	gap(message: number): number;
	service(message: number): number;
}

function workload(meanGap: number): Workload {
	return {
		gap: (message) => nearest(exponential(OFFERS, message) * meanGap * SECOND),
		service: (message) => nearest(exponential(SERVICES, message) * SECOND)
	};
}

/** M/M/1 at a load of 0.8. */
export const QUEUE = workload(1.25);

/** A producer that is a little faster than its consumer, and a channel of ten between them. */
export const LINE = workload(0.9);
export const LINE_SLOTS = 10;

/** A task for each of 90 messages a second, 1 s each, and permits for a hundred of them: M/M/100. */
export const TASKS = workload(1 / 90);
export const TASK_PERMITS = 100;
