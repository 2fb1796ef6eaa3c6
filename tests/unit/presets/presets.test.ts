import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { simulate, startRun } from '../../../src/headless/simulate';
import { expectAbout, readingOf, runAt, scenarioOf } from './preset-runs';

it.each(STRATEGIES.presets)(
	'$id is a scenario by the rules, and its telling moment lies in it',
	(preset) => {
		expect(parseScenario(JSON.parse(JSON.stringify(preset.scenario)))).toEqual(preset.scenario);
		expect(preset.tellingAt).toBeLessThan(preset.scenario.duration);
	}
);

describe('what the presets say is so', () => {
	it('ten slots: full within a tenth of a second, then the pile grows by about 100 a second', () => {
		const { producer, counts, time } = simulate(scenarioOf('ten-slots'));
		expect(producer.firstHeldBackAt).toBeLessThan(0.1);
		expect(producer.heldBack).toBeGreaterThan(0.97);
		expectAbout(counts.waitingAtSource / time, 100, 5);
	});

	it('ten slots: what it says of the speed is so, and a minute of watching shows on the time axis', () => {
		const preset = STRATEGIES.presetById('ten-slots');
		expect(preset?.speed).toBe(1 / 50);
		expect(preset?.watch).toContain('at 1/50 speed');
		expect(60 / 50 / scenarioOf('ten-slots').duration).toBeGreaterThan(0.1);
	});

	it('ten thousand slots: felt after about 100 s, when the oldest has waited 17 s, and later 20', () => {
		const { producer, latency } = simulate(scenarioOf('ten-thousand-slots'));
		expectAbout(producer.firstHeldBackAt, 100, 1);
		expect(Math.round(readingOf(runAt('ten-thousand-slots', 100), 'now.oldestQueued'))).toBe(17);
		for (const seconds of [120, 135, 150]) {
			expectAbout(readingOf(runAt('ten-thousand-slots', seconds), 'now.oldestQueued'), 20, 4);
		}
		expectAbout(latency.sinceAccepted.max, 20, 4);
	});

	it('bursts: the channel of 2 000 holds a whole burst and is empty before the next', () => {
		const { producer, counts, memory } = simulate(scenarioOf('bursts-absorbed'));
		expect([producer.firstHeldBackAt, counts.dropped]).toEqual([null, 0]);
		expect(memory.max).toBeLessThan(2000);
		expectAbout(runAt('bursts-absorbed', 1).world.ledger.offered, 2000, 2);
		for (const seconds of [4.99, 9.99, 14.99, 19.99, 24.99, 29.99]) {
			expect(runAt('bursts-absorbed', seconds).world.ledger.backlog.value).toBe(0);
		}
	});

	it('no slot: about 67 a second on the page as in the long run, and ten slots would give 92', () => {
		const scenario = scenarioOf('no-slot');
		expectAbout(simulate(scenario).rates.throughput, 67, 1.5);
		const { rates } = simulate({ ...scenario, duration: 2000 });
		expect(Math.round(rates.throughput)).toBe(67);
		const ten = { ...scenario, duration: 2000, buffer: { ...scenario.buffer, capacity: 10 } };
		expect(Math.round(simulate(ten).rates.throughput)).toBe(92);
	});

	it('losing: about one message in six is gone, and nobody waits long', () => {
		const { counts, latency } = simulate(scenarioOf('losing'));
		expect(Math.round(counts.offered / counts.dropped)).toBe(6);
		expect(latency.sinceOffered.max).toBeLessThan(0.1);
	});

	it('memory: killed after about 23 s with 2 000 messages, and what comes after is lost too', () => {
		const before = runAt('memory-runs-out', 22.5).world;
		expect([before.consumer.isDead, before.ledger.lost]).toEqual([false, 0]);
		// Until the last moment everything looks healthy.
		expectAbout(before.ledger.completed / 22.5, 500, 2);
		expect(runAt('memory-runs-out', 23.5).world.consumer.isDead).toBe(true);
		const { counts, memory } = simulate(scenarioOf('memory-runs-out'));
		expect(memory.max).toBe(1999);
		expect(counts.lost).toBe(counts.offered - counts.completed);
		expect(counts.lost).toBeGreaterThan(2000);
	});

	it('nobody is told: after a minute the oldest has waited 10 s, and a new one will wait 12', () => {
		const run = runAt('nobody-is-told', 60);
		expectAbout(run.world.ledger.backlog.value / 60, 100, 5);
		expect(Math.round(readingOf(run, 'now.oldestQueued'))).toBe(10);
		expect(Math.round(run.world.ledger.backlog.value / 500)).toBe(12);
	});

	it('quiet day: no queue most of the time', () => {
		const run = startRun(scenarioOf('quiet-day'));
		let empty = 0;
		for (let moment = 1; moment <= 1000; moment++) {
			run.advance(moment * 1e7);
			if (run.world.ledger.backlog.value <= 4) empty++;
		}
		expect(empty).toBeGreaterThan(850);
		expect(empty).toBeLessThan(1000);
	});

	it('almost busy: half took longer than 0.12 s, and one in a hundred longer than half a second', () => {
		const { latency } = simulate(scenarioOf('almost-busy'));
		expectAbout(latency.sinceOffered.p50, 0.12, 1);
		expect(latency.sinceOffered.p99).toBeGreaterThan(0.5);
	});
});
