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

/** One number that a page shows of a run at one moment. */
export interface Reading {
	readonly name: string;
	readonly unit: Unit;
	/** What it says, as half a sentence for those who ask. */
	readonly meaning: string;
}

/** What each reading is called and what it says. The engine reads numbers, and needs none of it. */
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
	'counts.inTime': {
		name: 'done in time',
		unit: 'messages',
		meaning: 'done no later after their offer than the deadline allowed'
	},
	'counts.late': {
		name: 'late',
		unit: 'messages',
		meaning: 'done later after their offer than the deadline allowed'
	},
	'rates.throughput': {
		name: 'throughput',
		unit: 'messages/s',
		meaning: 'done so far divided by the time'
	},
	'rates.goodput': {
		name: 'goodput',
		unit: 'messages/s',
		meaning: 'only what was done in time so far, divided by the time'
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
	'backlog.recovered': {
		name: 'recovered',
		unit: 's',
		meaning: 'from the last turned knob until the backlog was back at what it was before the first'
	},
	'producer.heldBack': {
		name: 'producer held back',
		unit: 'share',
		meaning: 'share of the time in which the message in hand could not go on'
	},
	'producer.felt': {
		name: 'until the producer felt it',
		unit: 's',
		meaning:
			'from the last turned knob, or the start, until a message could not go on or was refused'
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
	'now.busy': {
		name: 'busy',
		unit: 'share',
		meaning: 'share of the workers\u2019 time spent working; none while no worker is there'
	},
	'now.starved': {
		name: 'starved',
		unit: 'share',
		meaning: 'share of the workers\u2019 time spent waiting for a message; none while none is there'
	},
	'now.oldestQueued': {
		name: 'oldest has waited',
		unit: 's',
		meaning: 'since the oldest queued message was accepted'
	},
	'now.overdue': {
		name: 'overdue',
		unit: 'messages',
		meaning: 'offered longer ago than the deadline and still not done: late, if they are ever done'
	},
	'now.heldBackFor': {
		name: 'held back for',
		unit: 's',
		meaning: 'how long the message in hand has not been able to go on'
	},
	'lag.final': {
		name: 'consumer lag',
		unit: 'messages',
		meaning:
			'appended to the topic and not yet committed; a slow message holds back the commits behind it'
	},
	'lag.max': {
		name: 'largest lag',
		unit: 'messages',
		meaning: 'the largest consumer lag after any event'
	},
	'now.lagAge': {
		name: 'lag in seconds',
		unit: 's',
		meaning: 'since the oldest message that is not committed was appended'
	},
	'now.timeToClear': {
		name: 'time to clear',
		unit: 's',
		meaning: 'how long the lag takes, with the workers and permits there are, if nothing more comes'
	},
	'now.lagSlope': {
		name: 'lag trend',
		unit: 'messages/s',
		meaning: 'change of the lag per second, over the last few seconds'
	},
	'now.lagSeen': {
		name: 'lag as read',
		unit: 'messages',
		meaning: 'the latest lag that the gate was told'
	},
	'now.gateOpen': {
		name: 'gate',
		unit: 'switch',
		meaning: 'whether messages may pass, by the latest reading'
	},
	'now.tokens': { name: 'tokens', unit: 'tokens', meaning: 'in the bucket now' },
	'now.bucketCapacity': {
		name: 'bucket holds',
		unit: 'tokens',
		meaning: 'how many tokens the bucket holds when it is full'
	},
	'now.mostAdmitted': {
		name: 'most it may admit',
		unit: 'messages',
		meaning: 'tokens at first + rate × time: accepted never crosses it'
	},
	'now.refusedByRate': {
		name: 'rate limit exceeded',
		unit: 'attempts',
		meaning: 'attempts that met an empty bucket'
	},
	'now.refusedByLag': {
		name: 'consumer lag too high',
		unit: 'attempts',
		meaning: 'attempts that met a shut gate'
	},
	'now.refusedUnknown': {
		name: 'consumer lag unknown',
		unit: 'attempts',
		meaning: 'attempts refused because the lag could not be read'
	},
	'now.goneByRate': {
		name: 'given up: rate limit exceeded',
		unit: 'messages',
		meaning: 'refused for good at an empty bucket'
	},
	'now.goneByLag': {
		name: 'given up: consumer lag too high',
		unit: 'messages',
		meaning: 'refused for good at a shut gate'
	},
	'now.goneUnknown': {
		name: 'given up: consumer lag unknown',
		unit: 'messages',
		meaning: 'refused for good because the lag could not be read'
	},
	'now.permitsHeld': { name: 'permits held', unit: 'permits', meaning: 'given out now' },
	'now.permitsLeaked': {
		name: 'permits leaked',
		unit: 'permits',
		meaning: 'still held for tasks that are over'
	},
	'now.tasksWaiting': {
		name: 'tasks without a worker',
		unit: 'messages',
		meaning: 'hold a permit and wait for a free worker'
	},
	'now.holdingTime': {
		name: 'permit held for',
		unit: 's',
		meaning: 'mean time from acquiring a permit to giving it back, of the last 500'
	},
	'now.permitRate': {
		name: 'permits ÷ latency',
		unit: 'messages/s',
		meaning: 'the most messages per second that the permits let through at that time each'
	},
	'now.heldMean': {
		name: 'mean in flight',
		unit: 'permits',
		meaning: 'permits held, averaged over the time'
	},
	'now.heldByLittle': {
		name: 'rate × latency',
		unit: 'permits',
		meaning: 'Little\u2019s law: what the mean in flight must be in the long run'
	},
	'now.demand': { name: 'demand', unit: 'messages', meaning: 'requested and not yet delivered' },
	'now.requested': { name: 'requested', unit: 'messages', meaning: 'asked for in all' },
	'now.delivered': { name: 'delivered', unit: 'messages', meaning: 'given to the subscriber' },
	'now.outstanding': {
		name: 'outstanding',
		unit: 'messages',
		meaning: 'requested and not yet processed'
	},
	'now.processedOfBatch': {
		name: 'processed of the batch',
		unit: 'messages',
		meaning: 'since the subscriber last asked for more'
	},
	'now.batch': { name: 'batch', unit: 'messages', meaning: 'asked for at a time' },
	'now.linkIdle': {
		name: 'publisher without demand',
		unit: 'share',
		meaning: 'share of the time in which the publisher had messages and nobody had asked'
	},
	'now.demandBound': {
		name: 'window lets through',
		unit: 'messages/s',
		meaning:
			'at most so many per second come through window, batch and round trip; with service times that differ, fewer'
	}
};
