import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import type { ReactiveStreams } from '../../../src/core/strategies/reactive-streams/reactive-streams';
import { simulate, startRun } from '../../../src/headless/simulate';

function scenarioOf(part: object) {
	return parseScenario({ version: 1, strategy: 'reactive-streams', duration: 60, ...part });
}

describe('belief 17: request(n) is n per second', () => {
	/** A publisher that always has a message, a round trip of 50 ms, one worker of constant 1 ms. */
	const rate = (window: number, batch: number) =>
		simulate(
			scenarioOf({
				source: { kind: 'closed', process: 'constant', rate: 100_000 },
				consumer: { workers: 1, serviceTime: 0.001, distribution: 'constant' },
				buffer: { capacity: 1000 },
				demand: { window, batch, delay: 0.025 }
			})
		).rates.throughput;

	it.each([
		[1, 1, 19.6],
		[10, 1, 196],
		[50, 1, 980],
		[256, 1, 999],
		[1, 1, 19.6],
		[10, 10, 167],
		[50, 50, 500],
		[256, 256, 836]
	])('a window of %s and a batch of %s let %s a second through', (window, batch, expected) => {
		expect(Number(rate(window, batch).toPrecision(3))).toBe(expected);
	});

	it('and never more than n in each round trip', () => {
		for (const [window, batch] of [
			[1, 1],
			[10, 1],
			[10, 4],
			[10, 10]
		] as const) {
			expect(rate(window, batch)).toBeLessThanOrEqual(window / 0.05);
		}
	});
});

describe('belief 18: request(unbounded) is still backpressure', () => {
	it('no: 120/s into 100/s, and 1 200 are with the subscriber after a minute', () => {
		const run = startRun(
			scenarioOf({
				source: { process: 'constant', rate: 120 },
				consumer: { workers: 1, serviceTime: 0.01, distribution: 'constant' },
				mistakes: ['unbounded-request']
			})
		);
		run.advance(Infinity);
		const { inbox } = run.mechanism as ReactiveStreams;
		expect(inbox.length + run.world.consumer.inService).toBe(1201);
		expect(inbox.length).toBe(1200);
		expect(run.world.ledger.heldBack.totalUpTo(run.time)).toBe(0);
	});
});
