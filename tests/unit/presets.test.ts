import { describe, expect, it } from 'vitest';
import { Run } from '../../src/core/run/run';
import { simulate } from '../../src/core/run/simulate';
import { parseScenario } from '../../src/core/scenario/parse';
import { PRESETS, presetById } from '../../src/core/scenario/presets';
import type { Scenario } from '../../src/core/scenario/scenario';

function scenarioOf(id: string): Scenario {
	const preset = presetById(id);
	if (preset === undefined) throw new RangeError(id);
	return preset.scenario;
}

/** The run of a preset at a time in seconds. */
function runAt(id: string, seconds: number): Run {
	const run = new Run(scenarioOf(id));
	run.advance(seconds * 1e9);
	return run;
}

it.each(PRESETS)('$id is a scenario by the rules, and its telling moment lies in it', (preset) => {
	expect(parseScenario(JSON.parse(JSON.stringify(preset.scenario)))).toEqual(preset.scenario);
	expect(preset.tellingAt).toBeLessThan(preset.scenario.duration);
});

describe('what the presets say is so', () => {
	it('ten slots: full within a tenth of a second, then the pile grows by about 100 a second', () => {
		const { producer, counts } = simulate(scenarioOf('ten-slots'));
		expect(producer.firstHeldBackAt).toBeLessThan(0.1);
		expect(counts.waitingAtSource / 30).toBeGreaterThan(85);
		expect(counts.waitingAtSource / 30).toBeLessThan(115);
	});

	it('ten thousand slots: felt after about 100 s, and then messages are about 20 s old', () => {
		const { producer, latency } = simulate(scenarioOf('ten-thousand-slots'));
		expect(Math.abs((producer.firstHeldBackAt ?? 0) - 100)).toBeLessThan(10);
		expect(Math.abs((latency.sinceAccepted.max ?? 0) - 20)).toBeLessThan(1);
	});

	it('bursts: the channel of 2 000 is never full and is empty before each burst', () => {
		const { producer, counts } = simulate(scenarioOf('bursts-absorbed'));
		expect([producer.firstHeldBackAt, counts.dropped]).toEqual([null, 0]);
		for (const seconds of [4.99, 9.99, 14.99, 19.99, 24.99, 29.99]) {
			expect(runAt('bursts-absorbed', seconds).world.ledger.backlog.value).toBe(0);
		}
	});

	it('no slot: about 67 a second, and ten slots would give 92', () => {
		const scenario = scenarioOf('no-slot');
		const { rates } = simulate({ ...scenario, duration: 2000 });
		expect(Math.round(rates.throughput)).toBe(67);
		const ten = { ...scenario, duration: 2000, buffer: { ...scenario.buffer, capacity: 10 } };
		expect(Math.round(simulate(ten).rates.throughput)).toBe(92);
	});

	it('losing: about one message in six is gone', () => {
		const { counts } = simulate(scenarioOf('losing'));
		expect(counts.offered / counts.dropped).toBeGreaterThan(5.2);
		expect(counts.offered / counts.dropped).toBeLessThan(6.8);
	});

	it('memory: the process is killed between 18 and 23 s and loses 2 000 messages at once', () => {
		const { consumer, ledger } = runAt('memory-runs-out', 18).world;
		expect([consumer.isDead, ledger.lost]).toEqual([false, 0]);
		expect(runAt('memory-runs-out', 23).world.consumer.isDead).toBe(true);
	});

	it('nobody is told: after a minute a new message waits about 12 s', () => {
		const { ledger } = runAt('nobody-is-told', 60).world;
		expect(ledger.backlog.value / 500).toBeGreaterThan(10);
		expect(ledger.backlog.value / 500).toBeLessThan(14);
	});

	it('quiet day: no queue most of the time', () => {
		const { latency } = simulate(scenarioOf('quiet-day'));
		expect(latency.sinceOffered.p95).toBeLessThan(0.03);
	});

	it('almost busy: about 200 ms in the long run', () => {
		const { latency } = simulate({ ...scenarioOf('almost-busy'), duration: 40_000 });
		expect(Math.abs((latency.sinceOffered.mean ?? 0) - 0.2)).toBeLessThan(0.03);
	});
});
