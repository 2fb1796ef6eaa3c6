import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { READING_KEYS } from '../../../src/core/measures/reading-keys';
import { BudgetError, Run } from '../../../src/core/run/run';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { withChange } from '../../../src/core/scenario/with-change';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { LocalEngine } from '../../../src/engine/engine';
import type { Frame, Target } from '../../../src/engine/protocol';
import { emptyStory, extendStory } from '../../../src/engine/story/story';
import { simulate, strategyOf } from '../../../src/headless/simulate';

const SECOND = 1e9;

function scenarioOf(id: string): Scenario {
	const preset = STRATEGIES.presetById(id);
	if (preset === undefined) throw new RangeError(id);
	return { ...preset.scenario, duration: 30 };
}

/** An engine whose clock never moves, so that each call arrives. */
function openEngine(scenario: Scenario, time = 0) {
	const engine = new LocalEngine(() => 0);
	engine.open(1, scenario, strategyOf(scenario), time, 0);
	const go = (target: Target, window = 0): Frame => engine.travel(1, target, window);
	return { engine, go, at: (seconds: number) => go({ kind: 'time', time: seconds * SECOND }) };
}

function reading(frame: Frame, key: (typeof READING_KEYS)[number]): number {
	return frame.readings[READING_KEYS.indexOf(key)] ?? Number.NaN;
}

describe('a run that is looked at', () => {
	it.each(['ten-slots', 'memory-runs-out', 'bursts-absorbed', 'no-slot'])(
		'of %s has the digest of the headless run at any time, forward and back',
		(id) => {
			const scenario = scenarioOf(id);
			const { at } = openEngine(scenario);
			for (const seconds of [3, 12.5, 7, 7.25, 1, 25]) {
				const headless = simulate({ ...scenario, duration: seconds });
				expect(at(seconds).digest, `at ${seconds} s`).toBe(headless.eventHash);
			}
		}
	);

	it('steps by one event, forward and back, and each picture is the same again', () => {
		const { go } = openEngine(scenarioOf('ten-slots'));
		go({ kind: 'time', time: SECOND });
		const start = go({ kind: 'time', time: SECOND }).event;
		const forward = [1, 2, 3, 4, 5].map((n) => go({ kind: 'event', event: start + n }));
		const back = [4, 3, 2, 1].map((n) => go({ kind: 'event', event: start + n }));
		expect(back.map(({ digest }) => digest)).toEqual(
			[3, 2, 1, 0].map((index) => forward[index]?.digest)
		);
		expect(back.map(({ event }) => event)).toEqual([4, 3, 2, 1].map((n) => start + n));
	});

	it('steps back a hundred times in a row', () => {
		const { engine, go } = openEngine(scenarioOf('ten-slots'));
		let frame = go({ kind: 'time', time: 2 * SECOND });
		for (let n = 1; n <= 100; n++) {
			const event = frame.event - 1;
			engine.rest(1, frame.time, frame.event);
			frame = go({ kind: 'event', event });
			expect(frame.event).toBe(event);
		}
	});

	it('goes to the notable moments one by one, and to the end after the last', () => {
		const scenario = scenarioOf('memory-runs-out');
		const { engine, go } = openEngine(scenario);
		const death = go({ kind: 'moment', after: 0 });
		expect(reading(death, 'counts.lost')).toBeGreaterThan(0);
		expect(engine.history(1, 0).moments.map(({ key }) => key)).toEqual(['consumer-died']);
		const end = go({ kind: 'moment', after: death.event });
		expect(end).toMatchObject({ ended: true, time: scenario.duration * SECOND });
	});

	it('shows a moment with the same picture at the first visit and at the second', () => {
		const { go, at } = openEngine(scenarioOf('losing'));
		const first = go({ kind: 'moment', after: 0 });
		at(0);
		expect(go({ kind: 'moment', after: 0 })).toEqual({ ...first, moments: expect.any(Number) });
	});

	it('can still be looked at when it had to stop', () => {
		const { advance } = Run.prototype;
		const stop = vi.spyOn(Run.prototype, 'advance').mockImplementation(function (
			this: Run,
			until,
			limit
		) {
			if (until > 20 * SECOND) throw new BudgetError('planned');
			return advance.call(this, until, limit);
		});
		onTestFinished(() => stop.mockRestore());
		const { at } = openEngine(scenarioOf('ten-slots'));
		expect(at(30).stopped).toEqual({ kind: 'budget', sentence: 'planned' });
		expect(at(3)).toMatchObject({ time: 3 * SECOND, stopped: null, arrived: true });
	});

	it('answers with how far it got when its slice is used up', () => {
		let now = 0;
		const engine = new LocalEngine(() => now++);
		const scenario = scenarioOf('ten-slots');
		engine.open(1, scenario, strategyOf(scenario), 0, 0);
		const target: Target = { kind: 'time', time: 30 * SECOND };
		const first = engine.travel(1, target, 0);
		expect(first.arrived).toBe(false);
		expect(first.time).toBeGreaterThan(0);
		let calls = 1;
		while (!engine.travel(1, target, 0).arrived) calls++;
		expect(calls).toBeGreaterThan(1);
	});

	it('refuses a question about a run that it no longer has', () => {
		const { engine } = openEngine(scenarioOf('ten-slots'));
		expect(() => engine.travel(2, { kind: 'event', event: 1 }, 0)).toThrow('run 2 is not open');
	});
});

describe('a turned knob', () => {
	const scenario = scenarioOf('ten-slots');

	it('gives the same run whether it was turned on the way or stood in the link', () => {
		const turned = withChange(scenario, 'source.rate', 300, 2);
		const { engine, at } = openEngine(scenario);
		at(2);
		engine.open(2, turned, strategyOf(turned), 2 * SECOND, 0);
		const live = engine.travel(2, { kind: 'time', time: 8 * SECOND }, 0);
		expect(live.digest).toBe(simulate({ ...turned, duration: 8 }).eventHash);
	});

	it('at the very time of an event comes before it, as in a replay', () => {
		const { engine, go } = openEngine(scenario);
		const { time } = go({ kind: 'event', event: 500 });
		const turned = withChange(scenario, 'consumer.workers', 8, time / SECOND);
		engine.open(2, turned, strategyOf(turned), time, 0);
		const live = engine.travel(2, { kind: 'time', time: 8 * SECOND }, 0);
		expect(live.digest).toBe(simulate({ ...turned, duration: 8 }).eventHash);
	});

	it('in the past forks the run: later changes are forgotten', () => {
		const late = withChange(scenario, 'source.rate', 300, 10);
		const early = withChange(late, 'buffer.capacity', 20, 5);
		expect(early.changes).toEqual([{ at: 5, set: 'buffer.capacity', to: 20 }]);
	});

	it('twice at one time counts once, with the last value', () => {
		const once = withChange(scenario, 'source.rate', 300, 5);
		const twice = withChange(once, 'source.rate', 400, 5);
		expect(twice.changes).toEqual([{ at: 5, set: 'source.rate', to: 400 }]);
	});

	it('that ends where it began leaves no trace', () => {
		const there = withChange(scenario, 'source.rate', 300, 5);
		expect(withChange(there, 'source.rate', 600, 5).changes).toEqual([]);
	});

	it('that cannot change during a run begins it anew, with the knobs as they stand', () => {
		const turned = withChange(scenario, 'source.rate', 300, 5);
		const anew = withChange(turned, 'seed', 7, 8);
		expect(anew).toMatchObject({ seed: 7, changes: [], source: { rate: 300 } });
	});
});

describe('the history', () => {
	it('adds up: offered less done less gone is the change of the backlog, in every column', () => {
		const { engine, at } = openEngine(scenarioOf('losing'));
		at(30);
		const story = extendStory(emptyStory(1), engine.history(1, 0));
		const { offered, completed, gone, backlogLast } = story.series;
		let before = 0;
		for (let column = 0; column < story.columns; column++) {
			const flow = (offered[column] ?? 0) - (completed[column] ?? 0) - (gone[column] ?? 0);
			expect((backlogLast[column] ?? 0) - before).toBe(flow);
			before = backlogLast[column] ?? 0;
		}
	});

	it('is the same whether it came in one piece or in many', () => {
		const whole = openEngine(scenarioOf('ten-slots'));
		whole.at(20);
		const inOne = extendStory(emptyStory(1), whole.engine.history(1, 0));
		const pieces = openEngine(scenarioOf('ten-slots'));
		let inMany = emptyStory(1);
		for (let second = 0; second <= 20; second += 0.7) {
			pieces.at(second);
			inMany = extendStory(inMany, pieces.engine.history(1, Math.max(0, inMany.columns - 1)));
		}
		pieces.at(20);
		inMany = extendStory(inMany, pieces.engine.history(1, Math.max(0, inMany.columns - 1)));
		expect(inMany.columns).toBe(inOne.columns);
		expect(inMany.series).toEqual(inOne.series);
	});
});

describe('a frame', () => {
	it('takes at most 8 kB, also when everything is full', () => {
		const scenario = scenarioOf('ten-thousand-slots');
		const busy: Scenario = {
			...scenario,
			consumer: { ...scenario.consumer, workers: 200, serviceTime: 0.4 }
		};
		const { go } = openEngine(busy);
		const frame = go({ kind: 'time', time: 140 * SECOND }, SECOND);
		expect(frame.readings.buffer.byteLength).toBeLessThanOrEqual(8192);
	});

	it('shows each message in exactly one place', () => {
		const { go } = openEngine(scenarioOf('ten-slots'));
		const frame = go({ kind: 'time', time: 0.3 * SECOND }, 0.01 * SECOND);
		const here = [...frame.marks].filter((message) => message >= 0);
		expect(new Set(here).size).toBe(here.length);
		expect(here.length).toBe(reading(frame, 'backlog.final'));
	});

	it('says where each process is parked', () => {
		const { go } = openEngine(scenarioOf('ten-slots'));
		const frame = go({ kind: 'time', time: 5 * SECOND });
		const rows = frame.parked.length / 4;
		const people = Array.from({ length: rows }, (_, row) => frame.parked[4 * row + 2] ?? 0);
		expect(people.reduce((sum, count) => sum + count, 0)).toBe(5);
		expect(frame.parked[1]).toBeGreaterThan(0);
	});
});
