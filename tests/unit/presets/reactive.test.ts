import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/headless/simulate';
import { expectAbout, readingOf, runAt, scenarioOf } from './preset-runs';

describe('what the presets of reactive streams say is so', () => {
	it('ten at a time: never more than ten asked for and not done, and at last the producer waits', () => {
		const run = runAt('ten-at-a-time', 0);
		for (let moment = 1; moment <= 1000; moment++) {
			run.advance(moment * 1e7);
			expect(readingOf(run, 'now.outstanding')).toBeLessThanOrEqual(10);
		}
		expect(readingOf(run, 'now.batch')).toBe(10);
		expect(readingOf(run, 'producer.heldBack')).toBeGreaterThan(0.5);
		expectAbout(readingOf(run, 'now.starved'), 0.3, 3);
	});

	it('round trip: 196 a second, and almost 1 000 with a window of 50', () => {
		const scenario = scenarioOf('round-trip');
		expectAbout(simulate(scenario).rates.throughput, 196, 1);
		const wide = { ...scenario, demand: { ...scenario.demand, window: 50 } };
		expectAbout(simulate(wide).rates.throughput, 980, 1);
	});

	it('whole window: 500 a second, the link empty half of the time, and 980 with a batch of one', () => {
		const scenario = scenarioOf('whole-window');
		expectAbout(simulate(scenario).rates.throughput, 500, 1);
		const often = { ...scenario, demand: { ...scenario.demand, batch: 1 } };
		expectAbout(simulate(often).rates.throughput, 980, 1);
	});

	it('forgotten request: ten are done, and then nothing ever again', () => {
		const { counts, producer } = simulate(scenarioOf('forgotten-request'));
		expect([counts.completed, counts.accepted]).toEqual([10, 42]);
		expect(producer.heldBack).toBeGreaterThan(0.95);
	});

	it.each(['nobody-asked', 'asked-for-everything'])(
		'%s: the inbox grows by about a hundred messages a second',
		(id) => {
			const run = runAt(id, 30);
			expectAbout((run.mechanism.stores.at(-1)?.length ?? 0) / 30, 100, 10);
			expect(run.world.ledger.heldBack.totalUpTo(run.time)).toBe(0);
		}
	);
});
