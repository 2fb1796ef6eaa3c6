import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { SmallBuffers } from '../../../src/core/strategies/small-buffers/small-buffers';
import { simulate, startRun } from '../../../src/headless/simulate';

function scenarioOf(part: object): Scenario {
	return parseScenario({ version: 1, strategy: 'small-buffers', ...part });
}

describe('the laws', () => {
	it('stop a run that forgets a message', () => {
		const run = startRun(scenarioOf({}));
		run.advance(1e9);
		// The planted bug: a message leaves the buffer, and nobody hears of it.
		(run.mechanism as SmallBuffers).channel.drain();
		expect(() => run.advance(2e9)).toThrow(/messages were offered, .* are done or gone/);
	});

	it('stop a run that counts a message twice', () => {
		const run = startRun(scenarioOf({}));
		run.advance(1e9);
		run.world.ledger.completed++;
		expect(() => run.advance(2e9)).toThrow('messages were offered');
	});

	it('stop a run that judges a message twice', () => {
		const run = startRun(scenarioOf({}));
		run.advance(1e9);
		run.world.ledger.late++;
		expect(() => run.advance(2e9)).toThrow(/messages are done, .* are in time or late/);
	});
});

describe('a knob that is turned during a run', () => {
	it('keeps what is left of a gap in proportion: half the rate, twice the wait', () => {
		const { items } = simulate(
			scenarioOf({
				duration: 4,
				source: { process: 'constant', rate: 1 },
				changes: [{ at: 1.5, set: 'source.rate', to: 0.5 }]
			}),
			{ items: true }
		);
		// Half a second was left of the second gap, so it takes one more; then a message every 2 s.
		expect(items?.offered).toEqual([1e9, 2.5e9]);
	});

	it('lets busy workers finish when there are to be fewer', () => {
		const run = startRun(
			scenarioOf({
				source: { process: 'constant', rate: 10 },
				consumer: { workers: 4, serviceTime: 1, distribution: 'constant' },
				changes: [{ at: 0.55, set: 'consumer.workers', to: 1 }]
			})
		);
		run.advance(0.6e9);
		expect(run.world.consumer.inService).toBe(4);
		run.advance(2e9);
		expect(run.world.consumer.inService).toBe(1);
	});

	it('puts more workers to work at once', () => {
		const run = startRun(
			scenarioOf({
				source: { process: 'constant', rate: 100 },
				consumer: { workers: 1, serviceTime: 10, distribution: 'constant' },
				changes: [{ at: 0.5, set: 'consumer.workers', to: 5 }]
			})
		);
		run.advance(0.5e9);
		expect(run.world.consumer.inService).toBe(5);
	});

	it('loses nothing when the buffer is made smaller', () => {
		const { counts } = simulate(
			scenarioOf({
				duration: 2,
				source: { process: 'constant', rate: 100 },
				consumer: { workers: 1, serviceTime: 10, distribution: 'constant' },
				buffer: { capacity: 20 },
				changes: [{ at: 1, set: 'buffer.capacity', to: 5 }]
			})
		);
		expect(counts).toMatchObject({ queued: 20, dropped: 0, inService: 1 });
	});

	it('ends the run where it stands when the duration is made shorter than that', () => {
		const result = simulate(scenarioOf({ changes: [{ at: 10, set: 'duration', to: 5 }] }));
		expect(result.time).toBe(10);
	});

	it('lets the run go on when the duration is raised', () => {
		const result = simulate(scenarioOf({ changes: [{ at: 10, set: 'duration', to: 40 }] }));
		expect(result.time).toBe(40);
	});
});

describe('the memory limit', () => {
	const dead = (limit: number) =>
		simulate(
			scenarioOf({
				strategy: 'no-backpressure',
				duration: 1,
				source: { process: 'constant', rate: 100 },
				consumer: { workers: 2, serviceTime: 10, distribution: 'constant' },
				memory: { limit }
			}),
			{ items: true }
		);

	it('kills the consumer with the message that reaches it, and everything is lost', () => {
		const { counts, items } = dead(5);
		expect(counts).toMatchObject({ offered: 100, accepted: 5, lost: 100, completed: 0, queued: 0 });
		expect(items?.started.filter((time) => time !== null)).toHaveLength(2);
	});

	it('of 1 kills it with the first message', () => {
		expect(dead(1).counts).toMatchObject({ accepted: 1, lost: 100 });
	});
});

describe('a step', () => {
	it('stands at each event, the last one too, and then goes to the end', () => {
		const run = startRun(scenarioOf({ source: { process: 'constant', rate: 10, limit: 1 } }));
		const { end } = run;
		run.advance(Infinity, 1);
		expect(run.time).toBe(0.1e9);
		run.advance(Infinity, 1);
		expect(run.time).toBe(run.latestEventTime);
		expect(run.world.ledger.completed).toBe(1);
		expect(run.time).toBeLessThan(end);
		run.advance(Infinity, 1);
		expect(run.time).toBe(end);
	});
});

describe('two runs of one scenario', () => {
	it('are identical, however they are cut into pieces', () => {
		const scenario = scenarioOf({ duration: 5 });
		const run = startRun(scenario);
		for (let time = 0; time < 5e9; time += 123_456_789) run.advance(time, 50);
		run.advance(5e9);
		expect(run.world.ledger.digest.hex()).toBe(simulate(scenario).eventHash);
	});

	it('differ in their digest when the seed differs', () => {
		const hashes = [1, 2, 3].map((seed) => simulate(scenarioOf({ seed, duration: 1 })).eventHash);
		expect(new Set(hashes).size).toBe(3);
	});
});

describe('the same messages in both strategies', () => {
	it('have the same offer times and the same service times', () => {
		const times = (strategy: string) => {
			const { items } = simulate(scenarioOf({ strategy, duration: 2 }), { items: true });
			const service = items?.completed.map(
				(end, n) => (end ?? Number.NaN) - (items.started[n] ?? 0)
			);
			return { offered: items?.offered, service: service?.slice(0, 500) };
		};
		expect(times('small-buffers')).toEqual(times('no-backpressure'));
	});
});
