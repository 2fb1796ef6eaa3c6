import { describe, expect, it } from 'vitest';
import type { ReadingKey } from '../../../src/core/measures/reading-keys';
import { parseScenario } from '../../../src/core/parse/parse';
import { resultOf } from '../../../src/core/run/result';
import type { Run } from '../../../src/core/run/run';
import { startRun } from '../../../src/headless/simulate';

function start(scenario: object): Run {
	return startRun(parseScenario({ version: 1, strategy: 'bounded-concurrency', ...scenario }));
}

function advance(run: Run, seconds: number): Run {
	run.advance(Math.round(seconds * 1e9));
	return run;
}

function gauge({ mechanism, time }: Run, key: ReadingKey): number {
	return mechanism.gauges?.[key]?.(time) ?? Number.NaN;
}

const lag = (run: Run) => run.mechanism.lag?.value ?? Number.NaN;
const completed = (run: Run) => run.world.ledger.completed;
const constant = (workers: number, serviceTime: number) => ({
	workers,
	serviceTime,
	distribution: 'constant'
});

describe('belief 7: 100 permits means 100 per second', () => {
	it.each([
		[0.01, 10_000, 1, 3],
		[0.2, 500, 2, 10],
		[5, 20, 20, 60]
	])(
		'100 permits and 100 workers of %s s let %s/s through: permits ÷ latency',
		(serviceTime, rate, from, to) => {
			const run = start({
				duration: to,
				// Twice what they can take, and more.
				source: { process: 'constant', rate: Math.max(2 * rate, 100) },
				consumer: constant(100, serviceTime)
			});
			const before = completed(advance(run, from));
			// The window is a whole number of services, so each worker ends equally many in it.
			expect((completed(advance(run, to)) - before) / (to - from)).toBe(rate);
			expect(gauge(run, 'now.permitRate')).toBeCloseTo(rate, 6);
		}
	);
});

describe('belief 8: more permits, more throughput', () => {
	it.each([
		[4, 80, 50],
		[8, 160, 50],
		[16, 160, 100],
		[100, 160, 625]
	])(
		'%s permits and 8 workers of 50 ms: %s/s, and a permit is held for %s ms',
		(permits, rate, holding) => {
			const run = start({
				duration: 60,
				source: { process: 'constant', rate: 400 },
				consumer: constant(8, 0.05),
				semaphore: { permits }
			});
			const heldFor = () => gauge(run, 'now.heldByLittle') * (run.time / 1e9);
			advance(run, 20);
			const before = { completed: completed(run), heldFor: heldFor() };
			advance(run, 60);
			const count = completed(run) - before.completed;
			expect(count / 40).toBe(rate);
			// Everything comes again every 100 ms, so in 40 s as much is held as is given back.
			expect((1000 * (heldFor() - before.heldFor)) / count).toBeCloseTo(holding, 6);
		}
	);
});

describe('belief 9: a lost permit does not matter', () => {
	const run = start({
		duration: 120,
		source: { process: 'constant', rate: 600 },
		consumer: constant(4, 0.008),
		mistakes: ['leaks-permits']
	});

	it('every hundredth of 100 permits lost: 10 000 tasks, then dead at 20.9 s', () => {
		// At 500/s as long as there are four permits, then 100 tasks each with three, two and one.
		const dead = 9700 / 500 + 100 / 375 + 100 / 250 + 100 / 125;
		expect(dead.toFixed(1)).toBe('20.9');
		// But for the first offers, which come one by one.
		expect(completed(advance(run, dead - 0.01))).toBeLessThan(10_000);
		expect(completed(advance(run, dead + 0.01))).toBe(10_000);
	});

	it('with no error: the producer goes on, the topic fills, nothing moves', () => {
		const before = lag(advance(run, 21));
		expect(completed(advance(run, 120))).toBe(10_000);
		expect(lag(run)).toBe(before + 99 * 600);
		expect(run.world.consumer.inService).toBe(0);
		expect(run.mechanism.states?.['permits-gone']?.()).toBe(true);
	});
});

describe('belief 15: two consumers halve the recovery', () => {
	/** When the backlog of 10 000 is gone. */
	function recovery(workers: number): number {
		const run = start({
			duration: 1200,
			source: { process: 'constant', rate: 100_000 },
			consumer: constant(workers, 0.01),
			changes: [{ at: 0.1, set: 'source.rate', to: 90 }]
		});
		// Each worker has done nine meanwhile.
		expect(lag(advance(run, 0.1))).toBe(10_000 - 9 * workers);
		for (let tenths = 2; ; tenths++) if (lag(advance(run, tenths / 10)) <= 1) return tenths / 10;
	}

	it.each([
		[1, 1000],
		[2, 91]
	])('%s of 100/s each need %s s against 90/s that still come', (workers, seconds) => {
		// What is done while they come, and one more or less under way, is the rest.
		expect(Math.abs(recovery(workers) / seconds - 1)).toBeLessThan(0.002);
	});
});

describe('belief 21: Kafka slows producers when consumers lag', () => {
	it('a topic without a lag check: the producer goes on at full rate for ever', () => {
		const run = start({
			duration: 600,
			source: { process: 'constant', rate: 600 },
			consumer: constant(4, 0.008)
		});
		const before = lag(advance(run, 60));
		const { counts, producer, rates } = resultOf(advance(run, 600));
		expect(counts).toMatchObject({ offered: 360_000, accepted: 360_000, waitingAtSource: 0 });
		expect(producer).toEqual({ heldBack: 0, firstHeldBackAt: null, felt: null });
		expect(rates.offered).toBe(600);
		// λ − μ = 100/s, from the first minute to the tenth.
		expect(lag(run) - before).toBe(540 * 100);
	});
});
