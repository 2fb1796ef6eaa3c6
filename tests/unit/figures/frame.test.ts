import { describe, expect, it } from 'vitest';
import { FRAME_BYTES } from '../../../src/engine/protocol';
import {
	BOUNDED_CONCURRENCY,
	frameOf,
	framesOf,
	MS,
	REACTIVE_STREAMS,
	settingsWith
} from './fixture';

const WINDOW = 6 * MS;

describe('the messages on a link', () => {
	// A message each 10 ms, from 10 ms on, which is on the link for 25 ms.
	const settings = settingsWith({
		strategy: 'reactive-streams',
		'source.process': 'constant',
		'source.rate': 100,
		'demand.window': 20,
		'demand.delay': 0.025
	});

	it('are as far on their way as time has gone since they set out', () => {
		const frame = frameOf(settings, 1.004, 0);
		const link = REACTIVE_STREAMS.stations.findIndex(({ id }) => id === 'link');
		const marks = frame.marks.subarray(frame.markStart[link], frame.markStart[link + 1]);
		expect([...marks]).toEqual([97, 98, 99]);
		expect([...frame.transit]).toEqual([24, 14, 4].map((ms) => Math.fround(ms / 25)));
	});

	it('are nowhere between when nothing takes time', () => {
		const at = frameOf({ ...settings, demand: { ...settings.demand, delay: 0 } }, 1.004, 0);
		expect(at.transit).toHaveLength(0);
	});
});

describe('a signal', () => {
	it('holds only while it holds the producer back', () => {
		const reactive = settingsWith({
			strategy: 'reactive-streams',
			'buffer.capacity': 10,
			'source.rate': 1_000
		});
		expect(REACTIVE_STREAMS.signals.map(({ id }) => id)).toEqual(['request', 'full', 'refused']);
		const [request, full, refused] = frameOf(reactive, 2, WINDOW).signalSince;
		expect([request, refused]).toEqual([Number.NaN, Number.NaN]);
		expect(full).toBeGreaterThan(0);
		const throttled = settingsWith({
			strategy: 'producer-throttling',
			'bucket.rate': 10,
			'refused.then': 'retry'
		});
		// Held back by an empty bucket: neither a reading of the lag nor a refusal lasts.
		expect([...frameOf(throttled, 2.05, WINDOW).signalSince]).toEqual([Number.NaN, Number.NaN]);
	});

	it('is in the frame for as long as it takes in the run', () => {
		const settings = settingsWith({
			strategy: 'reactive-streams',
			'source.rate': 1,
			'demand.delay': 0.5
		});
		const signals = [...frameOf(settings, 0.4, WINDOW).signals];
		expect(signals).toEqual([0, 0, 10]);
	});
});

describe('a frame', () => {
	it('of a poll of hundreds leaves room for moves elsewhere', () => {
		const settings = settingsWith({
			strategy: 'bounded-concurrency',
			'source.rate': 4_000,
			'consumer.workers': 100,
			'consumer.serviceTime': 0.2
		});
		const window = 20 * MS;
		const times = Array.from({ length: 400 }, (_, step) => 3 + step / 200);
		const polls = framesOf(settings, times, window);
		const crowded = polls.find(({ flows }) => (flows[1] ?? 0) > 200);
		const from = Array.from(
			{ length: (crowded?.moves.length ?? 0) / 4 },
			(_, move) => crowded?.moves[4 * move + 2]
		);
		expect(BOUNDED_CONCURRENCY.pipes[1]).toEqual({ from: 'topic', to: 'polled' });
		expect(from.filter((station) => station === 1)).toHaveLength(40);
		expect(from.filter((station) => station === 0).length).toBeGreaterThan(20);
	});

	it.each([
		['reactive-streams', { 'demand.window': 400, 'demand.delay': 0.05, 'buffer.capacity': 100 }],
		['bounded-concurrency', { 'semaphore.permits': 500, 'poll.maxRecords': 120 }],
		['producer-throttling', { 'bucket.rate': 2_000, 'poll.maxRecords': 120 }]
	])('of %s takes at most 8 kB when everything is busy', (strategy, values) => {
		const settings = settingsWith({
			strategy,
			'source.rate': 5_000,
			'consumer.workers': 128,
			'consumer.serviceTime': 0.08,
			...values
		});
		for (const seconds of [0.2, 0.5, 1, 2]) {
			const { buffer } = frameOf(settings, seconds, 50 * MS).readings;
			expect(buffer.byteLength).toBeLessThanOrEqual(FRAME_BYTES);
		}
	});
});
