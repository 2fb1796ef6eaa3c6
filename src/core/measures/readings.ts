import type { ReadingKey } from './reading-keys';

/** How a reading's number is meant; the page chooses digits and prefixes from it. */
export type Unit = 'messages' | 'messages/s' | 's' | 'share' | 'attempts';

/** What one reading is called, in what unit it comes, and what it says. */
export interface Reading {
	readonly name: string;
	readonly unit: Unit;
	readonly meaning: string;
}

/**
 * The numbers that a page shows of a run at one moment. A key is the path of the number in the
 * headless result; keys that start with `now.` exist only while a run is looked at. Times are in
 * seconds, shares in [0, 1]; a number that does not exist yet is NaN.
 */
export const READINGS: Readonly<Record<ReadingKey, Reading>> = {
	'counts.offered': { name: 'offered', unit: 'messages', meaning: 'made by the source so far' },
	'counts.accepted': { name: 'accepted', unit: 'messages', meaning: 'taken over by the strategy' },
	'counts.completed': { name: 'done', unit: 'messages', meaning: 'finished by a worker' },
	'counts.refused': { name: 'refused', unit: 'messages', meaning: 'turned away for good' },
	'counts.dropped': {
		name: 'dropped',
		unit: 'messages',
		meaning: 'thrown away because the buffer was full'
	},
	'counts.lost': { name: 'lost', unit: 'messages', meaning: 'gone with the consumer that died' },
	'counts.waitingAtSource': {
		name: 'waiting at the source',
		unit: 'messages',
		meaning: 'offered and not yet handed over, the one in hand included'
	},
	'counts.queued': { name: 'queued', unit: 'messages', meaning: 'accepted and not yet started' },
	'counts.inService': { name: 'in service', unit: 'messages', meaning: 'being worked on' },
	'counts.attempts': {
		name: 'attempts',
		unit: 'attempts',
		meaning: 'tries to hand a message over, retries included'
	},
	'rates.throughput': {
		name: 'throughput',
		unit: 'messages/s',
		meaning: 'done so far divided by the time'
	},
	'latency.sinceOffered.p50': {
		name: 'p50 since offered',
		unit: 's',
		meaning: 'half of the users waited no longer'
	},
	'latency.sinceOffered.p99': {
		name: 'p99 since offered',
		unit: 's',
		meaning: '99 of 100 users waited no longer'
	},
	'latency.sinceAccepted.p50': {
		name: 'p50 since accepted',
		unit: 's',
		meaning: 'half of the messages took no longer once accepted'
	},
	'latency.sinceAccepted.p99': {
		name: 'p99 since accepted',
		unit: 's',
		meaning: '99 of 100 messages took no longer once accepted'
	},
	'backlog.final': { name: 'backlog', unit: 'messages', meaning: 'offered and not yet finished' },
	'backlog.max': {
		name: 'largest backlog',
		unit: 'messages',
		meaning: 'the largest backlog after any event'
	},
	'producer.heldBack': {
		name: 'producer held back',
		unit: 'share',
		meaning: 'share of the time in which the message in hand could not go on'
	},
	'consumer.busy': {
		name: 'busy',
		unit: 'share',
		meaning: 'share of the workers\u2019 time spent working'
	},
	'consumer.starved': {
		name: 'starved',
		unit: 'share',
		meaning: 'share of the workers\u2019 time spent waiting for a message'
	},
	'memory.max': {
		name: 'most in memory',
		unit: 'messages',
		meaning: 'the most messages in memory after any event'
	},
	'now.memory': {
		name: 'in memory',
		unit: 'messages',
		meaning: 'in hand, in buffers and in service now'
	},
	'now.oldestQueued': {
		name: 'oldest has waited',
		unit: 's',
		meaning: 'since the oldest queued message was accepted'
	},
	'now.heldBackFor': {
		name: 'held back for',
		unit: 's',
		meaning: 'how long the message in hand has not been able to go on'
	},
	'now.feltAfter': {
		name: 'until the producer felt it',
		unit: 's',
		meaning: 'from the last turned knob to the first moment the producer was held back'
	}
};
