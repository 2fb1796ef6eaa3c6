import type { ReadingKey } from './reading-keys';

/** How a reading's number is meant; the page chooses digits and prefixes from it. */
export type Unit =
	| 'messages'
	| 'messages/s'
	| 's'
	| 'share'
	| 'attempts'
	| 'tokens'
	| 'permits'
	| 'switch';

/** What one reading is called, and in what unit it comes. */
export interface Reading {
	readonly name: string;
	readonly unit: Unit;
}

/**
 * The numbers that a page shows of a run at one moment. A key is the path of the number in the
 * headless result; keys that start with `now.` exist only while a run is looked at. Times are in
 * seconds, shares in [0, 1]; a number that does not exist yet is NaN.
 */
export const READINGS: Readonly<Record<ReadingKey, Reading>> = {
	'counts.offered': { name: 'offered', unit: 'messages' },
	'counts.accepted': { name: 'accepted', unit: 'messages' },
	'counts.completed': { name: 'done', unit: 'messages' },
	'counts.refused': { name: 'refused', unit: 'messages' },
	'counts.dropped': { name: 'dropped', unit: 'messages' },
	'counts.lost': { name: 'lost', unit: 'messages' },
	'counts.waitingAtSource': { name: 'waiting at the source', unit: 'messages' },
	'counts.queued': { name: 'queued', unit: 'messages' },
	'counts.inService': { name: 'in service', unit: 'messages' },
	'counts.attempts': { name: 'attempts', unit: 'attempts' },
	'rates.throughput': { name: 'throughput', unit: 'messages/s' },
	'latency.sinceOffered.p50': { name: 'p50 since offered', unit: 's' },
	'latency.sinceOffered.p99': { name: 'p99 since offered', unit: 's' },
	'latency.sinceAccepted.p50': { name: 'p50 since accepted', unit: 's' },
	'latency.sinceAccepted.p99': { name: 'p99 since accepted', unit: 's' },
	'backlog.final': { name: 'backlog', unit: 'messages' },
	'backlog.max': { name: 'largest backlog', unit: 'messages' },
	'producer.heldBack': { name: 'producer held back', unit: 'share' },
	'consumer.busy': { name: 'busy', unit: 'share' },
	'consumer.starved': { name: 'starved', unit: 'share' },
	'memory.max': { name: 'most in memory', unit: 'messages' },
	'now.memory': { name: 'in memory', unit: 'messages' },
	'now.oldestQueued': { name: 'oldest has waited', unit: 's' },
	'now.heldBackFor': { name: 'held back for', unit: 's' },
	'now.feltAfter': { name: 'until the producer felt it', unit: 's' },
	'lag.final': { name: 'consumer lag', unit: 'messages' },
	'lag.max': { name: 'largest lag', unit: 'messages' },
	'now.lagAge': { name: 'lag in seconds', unit: 's' },
	'now.timeToClear': { name: 'time to clear', unit: 's' },
	'now.lagSlope': { name: 'lag trend', unit: 'messages/s' },
	'now.lagSeen': { name: 'lag as read', unit: 'messages' },
	'now.gateOpen': { name: 'gate', unit: 'switch' },
	'now.tokens': { name: 'tokens', unit: 'tokens' },
	'now.bucketCapacity': { name: 'bucket holds', unit: 'tokens' },
	'now.mostAdmitted': { name: 'most it may admit', unit: 'messages' },
	'now.refusedByRate': { name: 'rate limit exceeded', unit: 'attempts' },
	'now.refusedByLag': { name: 'consumer lag too high', unit: 'attempts' },
	'now.refusedUnknown': { name: 'consumer lag unknown', unit: 'attempts' },
	'now.goneByRate': { name: 'given up: rate limit exceeded', unit: 'messages' },
	'now.goneByLag': { name: 'given up: consumer lag too high', unit: 'messages' },
	'now.goneUnknown': { name: 'given up: consumer lag unknown', unit: 'messages' },
	'now.permitsHeld': { name: 'permits held', unit: 'permits' },
	'now.permitsLeaked': { name: 'permits leaked', unit: 'permits' },
	'now.tasksWaiting': { name: 'tasks without a worker', unit: 'messages' },
	'now.holdingTime': { name: 'permit held for', unit: 's' },
	'now.permitRate': { name: 'permits ÷ latency', unit: 'messages/s' },
	'now.heldMean': { name: 'mean in flight', unit: 'permits' },
	'now.heldByLittle': { name: 'rate × latency', unit: 'permits' },
	'now.demand': { name: 'demand', unit: 'messages' },
	'now.requested': { name: 'requested', unit: 'messages' },
	'now.delivered': { name: 'delivered', unit: 'messages' },
	'now.outstanding': { name: 'outstanding', unit: 'messages' },
	'now.processedOfBatch': { name: 'processed of the batch', unit: 'messages' },
	'now.batch': { name: 'batch', unit: 'messages' },
	'now.linkIdle': { name: 'publisher without demand', unit: 'share' },
	'now.demandBound': { name: 'window lets through', unit: 'messages/s' }
};
