import type { Scenario } from './scenario';

/** Messages a second that the source offers in the long run; while it is on, where it offers in bursts. Pure. */
export function offeredRate({ source }: Scenario): number {
	const { on, off } = source.burst;
	return source.process === 'bursty' ? (source.rate * (on + off)) / on : source.rate;
}

/** Messages a second that the workers can take, in the mean. Pure. */
export function serviceRate({ consumer }: Scenario): number {
	return consumer.workers / consumer.serviceTime;
}
