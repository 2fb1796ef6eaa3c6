import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, MistakeKey } from '../../../src/core/scenario/scenario';
import { FRAME_BYTES, HOLDERS_PER_STATION } from '../../../src/engine/protocol';
import { marksAt } from '../../../src/figures/frame-says';
import { sampledRuns } from '../../setup/sample';
import {
	BOUNDED_CONCURRENCY,
	framesOf,
	PRODUCER_THROTTLING,
	REACTIVE_STREAMS,
	SMALL_BUFFERS,
	scenarioOf
} from './fixture';

describe('the places of a holders station', () => {
	/** Knobs that say how many places there are, turned up and down at any time. */
	const STRATEGIES = [
		[BOUNDED_CONCURRENCY, 'permits', 'semaphore.permits'],
		[SMALL_BUFFERS, 'consumer', 'consumer.workers'],
		[REACTIVE_STREAMS, 'consumer', 'consumer.workers'],
		[PRODUCER_THROTTLING, 'consumer', 'consumer.workers']
	] as const;

	const turns = fc.array(
		fc.record({ at: fc.integer({ min: 1, max: 900 }), to: fc.integer({ min: 1, max: 150 }) }),
		{ minLength: 1, maxLength: 4 }
	);

	/** The frames of a run in which the number of places is turned, close to each turn and later. */
	function turned(
		[plan, station, set]: (typeof STRATEGIES)[number],
		list: readonly { readonly at: number; readonly to: number }[],
		mistakes: readonly MistakeKey[]
	) {
		const changes = list
			.map(({ at, to }): Change => ({ at: at / 1_000, set, to }))
			.sort((one, other) => one.at - other.at);
		const values = {
			'source.rate': 800,
			'consumer.workers': 60,
			'consumer.serviceTime': 0.08,
			'semaphore.permits': 90
		};
		const scenario = scenarioOf(plan, { ...values, [set]: 100 }, { changes, mistakes });
		const times = [
			...changes.flatMap(({ at }) => [at + 0.000_001, at + 0.01, at + 0.03]),
			0.95,
			1,
			1.05,
			1.1
		].sort((one, other) => one - other);
		return framesOf(scenario, times, 0).map((frame) => {
			const index = plan.stations.findIndex(({ id }) => id === station);
			const held = (frame.counts[index] ?? 0) + (frame.kept[index] ?? 0);
			return { frame, seats: [...marksAt(frame, index)], limit: frame.limits[index] ?? 0, held };
		});
	}

	it('are as many as the limit says, none is idle while somebody holds one that is no more', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...STRATEGIES),
				turns,
				fc.boolean(),
				(strategy, list, isLeaking) => {
					const canLeak = strategy[0] === BOUNDED_CONCURRENCY;
					const mistakes: MistakeKey[] = isLeaking && canLeak ? ['leaks-permits'] : [];
					for (const { frame, seats, limit, held } of turned(strategy, list, mistakes)) {
						expect(seats.length).toBe(Math.min(limit, HOLDERS_PER_STATION));
						const taken = seats.filter((message) => message !== -1).length;
						if (limit <= HOLDERS_PER_STATION) expect(taken).toBe(Math.min(held, limit));
						const messages = seats.filter((message) => message >= 0);
						expect(new Set(messages).size).toBe(messages.length);
						expect(frame.service).toHaveLength(2 * seats.length);
						expect(frame.readings.buffer.byteLength).toBeLessThanOrEqual(FRAME_BYTES);
					}
				}
			),
			{ numRuns: sampledRuns(40), seed: 20_261_128 }
		);
	});

	it('keep who holds a permit, once no more are held than there are', () => {
		const [permits] = STRATEGIES;
		fc.assert(
			fc.property(turns, fc.boolean(), (list, isLeaking) => {
				const frames = turned(permits, list, isLeaking ? ['leaks-permits'] : []);
				for (const [index, { seats, limit, held }] of frames.slice(1).entries()) {
					const before = frames[index];
					if (before?.limit !== limit || before.held > limit || held > limit) continue;
					for (const message of seats.filter((one) => one >= 0)) {
						const seat = before.seats.indexOf(message);
						if (seat >= 0) expect(seats.indexOf(message)).toBe(seat);
					}
				}
			}),
			{ numRuns: sampledRuns(40), seed: 20_261_129 }
		);
	});
});
