import { describe, expect, it } from 'vitest';
import { simulate, startRun } from '../../../src/headless/simulate';
import { expectAbout, readingOf, runAt, scenarioOf } from './preset-runs';

describe('what the presets of bounded concurrency say is so', () => {
	it('hundred permits: 333 a second at most, a hundred in flight, and the lag grows by 67 a second', () => {
		const run = runAt('hundred-permits', 30);
		expectAbout(run.world.ledger.completed / 30, 333, 3);
		expect(readingOf(run, 'now.permitsHeld')).toBe(100);
		expect(run.world.consumer.inService).toBe(100);
		expect(run.world.ledger.memory.max).toBe(600);
		expectAbout(run.world.ledger.backlog.value / 30, 67, 10);
		expect(run.world.ledger.heldBack.totalUpTo(run.time)).toBe(0);
	});

	it('slow database: worth 10 000 a second, then 500, and the lag of 15 000 is gone in two seconds', () => {
		expect(readingOf(runAt('slow-database', 9), 'now.permitRate')).toBe(10_000);
		const slow = runAt('slow-database', 15).world.ledger.completed;
		expect((runAt('slow-database', 20).world.ledger.completed - slow) / 5).toBe(500);
		expectAbout(runAt('slow-database', 20).mechanism.lag?.value, 15_000, 1);
		expect(runAt('slow-database', 22).mechanism.lag?.value).toBeLessThanOrEqual(20);
	});

	it('more permits: 160 a second, 625 ms held for 50 of work, 110 in memory; with 8, 160 and 10', () => {
		const run = runAt('more-permits', 30);
		expectAbout(run.world.ledger.completed / 30, 160, 0.5);
		// The first hundred tasks wait less; in a long run they do not count.
		const long = startRun({ ...scenarioOf('more-permits'), duration: 300 });
		long.advance(300e9);
		expectAbout(readingOf(long, 'now.holdingTime'), 0.625, 1);
		expectAbout(readingOf(run, 'now.memory'), 110, 10);
		const eight = startRun({ ...scenarioOf('more-permits'), semaphore: { permits: 8 } });
		eight.advance(30e9);
		expectAbout(eight.world.ledger.completed / 30, 160, 0.5);
		expect(readingOf(eight, 'now.memory')).toBeLessThanOrEqual(18);
	});

	it('lost permits: all gone after 10 000 tasks, the last done at 20.9 s, and no error', () => {
		const before = runAt('lost-permits', 20.8);
		expect(before.world.ledger.completed).toBeLessThan(10_000);
		const run = runAt('lost-permits', 20.9);
		expect(run.world.ledger.completed).toBe(10_000);
		expect(readingOf(run, 'now.permitsLeaked')).toBe(100);
		expect(runAt('lost-permits', 30).world.ledger.completed).toBe(10_000);
	});

	it('a task for each: the topic is empty, and the tasks grow by a hundred a second', () => {
		const run = runAt('task-for-each', 30);
		expect(run.mechanism.stores[0]?.length).toBe(0);
		expectAbout(readingOf(run, 'now.tasksWaiting') / 30, 100, 10);
	});
});

describe('what the presets of producer throttling say is so', () => {
	it('refused at once: all pass for a little over a second, then 350 a second are refused', () => {
		expect(runAt('refused-at-once', 1).world.ledger.refused).toBe(0);
		expect(runAt('refused-at-once', 1.6).world.ledger.refused).toBeGreaterThan(0);
		const refused = (seconds: number) => runAt('refused-at-once', seconds).world.ledger.refused;
		expectAbout((refused(30) - refused(2)) / 28, 350, 3);
		expectAbout(runAt('refused-at-once', 30).world.ledger.accepted / 30, 450 + 450 / 30, 1);
	});

	it('burst: 599 pass in the first second, and the pile of almost 500 is gone after 50 s', () => {
		expect(runAt('burst-passes', 0.999).world.ledger.accepted).toBe(599);
		const { lag } = simulate(scenarioOf('burst-passes'));
		expectAbout(lag?.max, 495, 1);
		expect(runAt('burst-passes', 48).mechanism.lag?.value).toBeGreaterThan(10);
		expect(runAt('burst-passes', 51).mechanism.lag?.value).toBeLessThanOrEqual(2);
	});

	it('a hundred thousand: shut after a minute, then between 64 000 and 104 000', () => {
		expect(runAt('hundred-thousand-behind', 60).world.ledger.refused).toBe(0);
		const run = runAt('hundred-thousand-behind', 65);
		expect(readingOf(run, 'now.gateOpen')).toBe(0);
		let [least, most] = [Infinity, 0];
		for (let second = 66; second <= 120; second++) {
			run.advance(second * 1e9);
			const lag = run.mechanism.lag?.value ?? Number.NaN;
			[least, most] = [Math.min(least, lag), Math.max(most, lag)];
		}
		expectAbout(least, 64_000, 1);
		expectAbout(most, 104_000, 1);
	});

	it('a gate that always knows: at the limit from 62 s on, and the consumer never idles', () => {
		expect(runAt('read-at-each-attempt', 61).mechanism.lag?.value).toBeLessThan(10_000);
		const { lag, consumer } = simulate(scenarioOf('read-at-each-attempt'));
		expect([lag?.final, lag?.max]).toEqual([10_001, 10_001]);
		expect(consumer.busy).toBeGreaterThan(0.9999);
	});

	it('half a minute old: up to 14 400, down to nothing, and the consumer idles', () => {
		const { lag, consumer } = simulate(scenarioOf('stale-reading'));
		expectAbout(lag?.max, 14_400, 0.1);
		expectAbout(consumer.starved, 0.08, 2);
	});

	it('half a minute old, mended: read more often than the limit takes to work off, it never idles', () => {
		const stale = scenarioOf('stale-reading');
		const { limit } = stale.lag;
		const interval = (0.5 * limit * stale.consumer.serviceTime) / stale.consumer.workers;
		const mended = { ...stale, mistakes: [], lag: { ...stale.lag, interval } };
		expect(simulate(mended).consumer.starved).toBeLessThan(0.001);
	});

	it('polled too often: ten pass and none ever again, where 1 009 should have', () => {
		const scenario = scenarioOf('polled-too-often');
		expect(simulate(scenario).counts.accepted).toBe(10);
		expect(simulate({ ...scenario, mistakes: [] }).counts.accepted).toBe(1009);
		const slower = { ...scenario, source: { ...scenario.source, rate: 50 } };
		expect(simulate(slower).counts.refused).toBe(0);
	});

	it('a storm: 609 passed after a minute, and almost 56 000 attempts', () => {
		const { counts } = simulate(scenarioOf('retry-storm'));
		expect(counts.accepted).toBe(609);
		expectAbout(counts.attempts, 55_800, 0.1);
	});
});
