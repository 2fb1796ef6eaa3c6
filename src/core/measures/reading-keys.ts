/**
 * The readings: numbers that a page shows of a run at one moment, in their fixed order, the order of
 * every array of readings. A key is the path of the number in the headless result; keys that start
 * with `now.` exist only while a run is looked at. Times are in seconds, shares in [0, 1]; a number
 * that does not exist yet is NaN.
 */
export const READING_KEYS = [
	'counts.offered',
	'counts.accepted',
	'counts.completed',
	'counts.refused',
	'counts.dropped',
	'counts.lost',
	'counts.waitingAtSource',
	'counts.queued',
	'counts.inService',
	'counts.attempts',
	'counts.inTime',
	'counts.late',
	'rates.throughput',
	'rates.goodput',
	'latency.sinceOffered.p50',
	'latency.sinceOffered.p99',
	'latency.sinceAccepted.p50',
	'latency.sinceAccepted.p99',
	'backlog.final',
	'backlog.max',
	'backlog.recovered',
	'producer.heldBack',
	'producer.felt',
	'memory.max',
	'now.memory',
	'now.busy',
	'now.starved',
	'now.oldestQueued',
	'now.overdue',
	'now.heldBackFor',
	'lag.final',
	'lag.max',
	'now.lagAge',
	'now.timeToClear',
	'now.lagSlope',
	'now.lagSeen',
	'now.gateOpen',
	'now.tokens',
	'now.bucketCapacity',
	'now.mostAdmitted',
	'now.refusedByRate',
	'now.refusedByLag',
	'now.refusedUnknown',
	'now.goneByRate',
	'now.goneByLag',
	'now.goneUnknown',
	'now.permitsHeld',
	'now.permitsLeaked',
	'now.tasksWaiting',
	'now.holdingTime',
	'now.permitRate',
	'now.heldMean',
	'now.heldByLittle',
	'now.demand',
	'now.requested',
	'now.delivered',
	'now.outstanding',
	'now.processedOfBatch',
	'now.batch',
	'now.linkIdle',
	'now.demandBound'
] as const;

export type ReadingKey = (typeof READING_KEYS)[number];

/** Whether a key is that of a reading, and not of a parameter, say. Pure. */
export function isReadingKey(key: string): key is ReadingKey {
	return READING_KEYS.some((one) => one === key);
}
