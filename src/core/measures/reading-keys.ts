/** The keys of all readings in their fixed order, the order of every array of readings. */
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
	'rates.throughput',
	'latency.sinceOffered.p50',
	'latency.sinceOffered.p99',
	'latency.sinceAccepted.p50',
	'latency.sinceAccepted.p99',
	'backlog.final',
	'backlog.max',
	'producer.heldBack',
	'consumer.busy',
	'consumer.starved',
	'memory.max',
	'now.memory',
	'now.oldestQueued',
	'now.heldBackFor',
	'now.feltAfter'
] as const;

/** The path of a number in the headless result, or `now.` and a name. */
export type ReadingKey = (typeof READING_KEYS)[number];
