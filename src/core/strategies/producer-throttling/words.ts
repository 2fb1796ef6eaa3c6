import type { StrategyWords } from '../../plan/plan';

export const words: StrategyWords = {
	name: 'Producer throttling',
	stations: {
		source: { name: 'Source', number: '{source.rate}', consequence: '{here} waiting here' },
		bucket: {
			name: 'Token bucket',
			number: '{now.tokens} of {limit} tokens',
			consequence: '+{bucket.rate}',
			states: { shut: { word: 'gate shut', sentence: 'The gate is shut' } }
		},
		topic: {
			name: 'Topic',
			number: 'lag {lag.final}',
			consequence: '{now.lagAge} behind, {trend of now.lagSlope}',
			levels: [
				{ key: 'lagLimit', word: 'limit' },
				{ key: 'lagResume', word: 'resume' }
			]
		},
		polled: { name: 'Poll loop', number: '{here} in hand', consequence: 'wait for a worker' },
		consumer: {
			name: 'Consumer, {limit} workers',
			number: '{rates.throughput} so far',
			consequence: '{consumer.serviceTime} each, {now.busy or nobody} busy'
		},
		done: { name: 'Done', number: '{counts.completed}', consequence: '' }
	},
	exits: {
		rate: { word: 'over rate limit', count: 'now.goneByRate' },
		lag: { word: 'lag too high', count: 'now.goneByLag' },
		unknown: { word: 'lag unknown', count: 'now.goneUnknown' }
	},
	signals: {
		lag: {
			word: 'lag {now.lagSeen or unknown}: {now.gateOpen}',
			sentence: 'the lag that was read: above {lag.limit} the gate shuts'
		},
		refused: { word: 'refused', sentence: 'who is refused is told at once' }
	},
	roles: {
		producer: { one: 'producer', many: 'producers' },
		watch: { one: 'lag watcher', many: 'lag watchers' },
		loop: { one: 'poll loop', many: 'poll loops' },
		worker: { one: 'worker', many: 'workers' }
	},
	mistakes: {
		'truncating-refill': {
			name: 'a refill that throws parts of tokens away',
			seen: 'Looked at more often than a token takes to drip in, the bucket never fills again: after the first burst nothing is admitted.',
			mend: 'Keep the part of a token that has dripped in, or move the time of the refill forward only by whole tokens.'
		},
		'stale-lag': {
			name: 'lag read only every 30 s',
			seen: 'Once the lag is at the limit, it swings far above it and down to nothing, and at the bottom of each swing the consumer has nothing to do.',
			mend: 'Read the lag more often than the consumer takes to work off as much as the limit.',
			overrules: ['lag.interval', 'lag.resume']
		},
		'retry-at-once': {
			name: 'a retry every millisecond',
			seen: 'A storm of attempts beats on an empty bucket, and nothing more is admitted for it.',
			mend: 'Wait as long as the next token takes, or back off a little longer after each refusal.',
			overrules: ['refused.then', 'refused.after']
		}
	},
	silence: 'nothing travels upstream',
	queue: 'queued',
	knobs: [
		'bucket.rate',
		'bucket.capacity',
		'lag.limit',
		'lag.resume',
		'lag.interval',
		'lag.available',
		'refused.then',
		'refused.after'
	],
	readings: [
		'rates.throughput',
		'lag.final',
		'now.lagAge',
		'now.timeToClear',
		'now.lagSlope',
		'now.tokens',
		'now.mostAdmitted',
		'counts.accepted',
		'counts.attempts',
		'now.refusedByRate',
		'now.refusedByLag',
		'now.refusedUnknown',
		'latency.sinceOffered.p50',
		'latency.sinceOffered.p99',
		'now.busy',
		'now.starved'
	]
};
