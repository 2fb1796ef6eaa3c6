import { describe, expect, it } from 'vitest';
import { describeWaits } from '../../../src/core/kernel/parking/describe-waits';
import { parseScenario } from '../../../src/core/parse/parse';
import type { ReactiveStreams } from '../../../src/core/strategies/reactive-streams/reactive-streams';
import { startRun } from '../../../src/headless/simulate';

function start(scenario: object) {
	return startRun(parseScenario({ version: 1, duration: 10, ...scenario }), { items: true });
}

describe('a source', () => {
	it.each([
		['open', { process: 'constant', rate: 1, limit: 3 }],
		['closed', { process: 'constant', rate: 1, limit: 3 }],
		['open', { process: 'trace', times: [1, 2, 3] }],
		['closed', { process: 'trace', times: [1, 1, 1] }]
	] as const)('that is %s has ended once its last message was taken', (kind, source) => {
		const run = start({ strategy: 'no-backpressure', source: { kind, ...source } });
		run.advance(2.5e9);
		expect(run.world.source.hasEnded).toBe(false);
		run.advance(3e9);
		expect(run.world.source.hasEnded).toBe(true);
	});

	it('without a limit never ends', () => {
		const run = start({ strategy: 'no-backpressure', source: { rate: 10 } });
		run.advance(10e9);
		expect(run.world.source.hasEnded).toBe(false);
	});
});

describe('a stream whose source ends', () => {
	const stream = {
		strategy: 'reactive-streams',
		source: { process: 'constant', rate: 1, limit: 5 },
		consumer: { workers: 1, serviceTime: 0.1, distribution: 'constant' },
		demand: { window: 2, batch: 2, delay: 0.25 }
	};

	it('ends too, once everything was delivered: onComplete comes over the link', () => {
		const run = start(stream);
		const subscriber = run.mechanism as ReactiveStreams;
		run.advance(5.24e9);
		expect([run.world.ledger.completed, subscriber.subscription === null]).toEqual([4, false]);
		run.advance(5.25e9);
		expect(subscriber.subscription).toBe(null);
		run.advance(10e9);
		expect(run.world.ledger.completed).toBe(5);
		const names = Array.from(run.world.simulation.processes, ({ name }) => name);
		expect(names).toEqual(['worker 1']);
	});

	it('asks for nothing more', () => {
		const run = start({ ...stream, source: { ...stream.source, limit: 6 } });
		run.advance(10e9);
		const { gauges = {} } = run.mechanism;
		expect(run.world.ledger.completed).toBe(6);
		expect(gauges['now.requested']?.(run.time)).toBe(6);
	});

	const forgetful = { ...stream, mistakes: ['forgets-request'] };

	it('ends although nobody asks any more: rule 1.5 knows no demand', () => {
		const run = start({ ...forgetful, source: { ...stream.source, limit: 2 } });
		const subscriber = run.mechanism as ReactiveStreams;
		run.advance(2.24e9);
		expect(subscriber.subscription).not.toBe(null);
		run.advance(2.25e9);
		expect(subscriber.subscription).toBe(null);
	});

	it('does not end before what the publisher holds, which somebody must ask for', () => {
		const run = start({ ...forgetful, source: { ...stream.source, limit: 3 } });
		const subscriber = run.mechanism as ReactiveStreams;
		run.advance(10e9);
		expect([subscriber.buffer.length, subscriber.subscription === null]).toEqual([1, false]);
		const waits = describeWaits(run.world.simulation);
		expect(waits).toContainEqual(expect.stringMatching(/^publisher waits: .*\bdemand\b/));
	});
});
