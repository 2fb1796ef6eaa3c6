import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSeconds } from '../../../src/core/kernel/time';
import type { Change, Scenario } from '../../../src/core/scenario/scenario';
import { type Frame, HISTORY_COLUMNS } from '../../../src/engine/protocol';
import { sampledRuns } from '../../setup/sample';
import { scenarioOf } from '../presets/preset-runs';
import {
	Asked,
	anyScenario,
	countEvents,
	DURATION,
	expectSameFrame,
	frameAt,
	gridTime,
	isSound,
	turnAt
} from './timeline-fixture';

const SEED = 20_261_205;
const SECOND = 1e9;

/** The scenario with these changes in place of its own from a time on. */
function changedFrom(scenario: Scenario, time: number, changes: readonly Change[]): Scenario {
	const before = scenario.changes.filter(({ at }) => fromSeconds(at) < time);
	return { ...scenario, changes: [...before, ...changes] };
}

/** A knob that is dragged: where, over which values, and whether the engine has a rest in between. */
const drag = gridTime.chain((time) =>
	fc.record({
		time: fc.constant(time),
		turns: fc.array(fc.tuple(turnAt(fc.constant(time)), fc.boolean()), {
			minLength: 1,
			maxLength: 4
		})
	})
);

describe('a glimpse', () => {
	it('is the picture that a replay with these changes shows, wherever a knob is dragged', () => {
		fc.assert(
			fc.property(
				anyScenario,
				fc.integer({ min: 2, max: 6 }),
				fc.array(fc.tuple(gridTime, drag), { minLength: 1, maxLength: 4 }),
				(scenario, looks, drags) => {
					const asked = new Asked(looks);
					let frame = asked.open(scenario, (DURATION / 2) * SECOND);
					for (const [place, { time, turns }] of drags) {
						frame = asked.toTime(place);
						for (const [turn, rests] of turns) {
							const turned = changedFrom(scenario, time, [turn]);
							if (!isSound(turned)) continue;
							const seen = asked.glimpse(time, [turn]);
							expectSameFrame(seen, frameAt(turned, time));
							if (rests) asked.rest(seen);
						}
						expectSameFrame(asked.toEvent(frame.event), asked.toEvent(frame.event));
					}
					// The run itself is what it was.
					expectSameFrame(asked.toTime(DURATION * SECOND), frameAt(scenario, DURATION * SECOND));
				}
			),
			{ seed: SEED, numRuns: sampledRuns(40) }
		);
	});

	it('says so when its slice ran out, and goes on from there with whatever is asked next', () => {
		const scenario = scenarioOf('slow-database');
		const asked = new Asked(4);
		const time = 28 * SECOND;
		asked.open(scenario, time);
		const ask = (to: number) => {
			const change: Change = { at: 28, set: 'consumer.workers', to };
			return asked.engine.glimpse(asked.run, time, [change], 0);
		};
		let frame = ask(10);
		expect(frame.arrived).toBe(false);
		for (let workers = 11; !frame.arrived; workers++) {
			const { event } = frame;
			frame = ask(workers);
			expect(frame.event).toBeGreaterThan(event);
		}
		expect(frame.time).toBe(time);
	});
});

describe('a knob that is dragged at 28 seconds of a slow database', () => {
	const scenario = scenarioOf('slow-database');
	const time = 28 * SECOND;
	const turn = (to: number): Change => ({ at: 28, set: 'consumer.serviceTime', to });

	/** Drags over so many values with a rest after each; the events that each glimpse takes. */
	function dragOver(asked: Asked, values: number, events: () => number): number[] {
		return Array.from({ length: values }, (_, index) => {
			const before = events();
			const seen = asked.glimpse(time, [turn(0.01 + index / 1000)]);
			const taken = events() - before;
			asked.rest(seen);
			return taken;
		});
	}

	it('is followed without a replay, once the engine had a rest', () => {
		const asked = new Asked();
		const frame = asked.open(scenario, time);
		asked.rest(frame);
		const events = countEvents();
		// The first is served by the run that trails behind for a step back.
		expect(Math.max(...dragOver(asked, 6, events))).toBeLessThan(frame.event / 500);
	});

	it('is followed in the past as well, from the second value on', () => {
		const asked = new Asked();
		asked.open(scenario, 30 * SECOND);
		const frame = asked.toTime(time);
		asked.rest(frame);
		const events = countEvents();
		const [, ...others] = dragOver(asked, 6, events);
		expect(Math.max(...others)).toBeLessThan(frame.event / 500);
	});

	it('and released does not redo what is known, neither at the front nor in the past', () => {
		for (const reached of [28, 30]) {
			const asked = new Asked();
			asked.open(scenario, reached * SECOND);
			const frame = asked.toTime(time);
			const events = countEvents();
			dragOver(asked, 3, events);
			const before = events();
			const turned = changedFrom(scenario, time, [turn(0.05)]);
			const released = asked.open(turned, time);
			expect(events() - before).toBeLessThan(frame.event / 500);
			expectSameFrame(released, frameAt(turned, time));
		}
	});
});

/** How wide a column of the random runs is. */
const WIDTH = (DURATION * SECOND) / HISTORY_COLUMNS;

/** Everything that the engine tells of the run up to now. */
function storyOf({ engine, run }: Asked, times: readonly number[]) {
	const { run: _run, ...first } = engine.history(run, 0);
	const { run: _other, ...second } = engine.history(run, first.columns);
	const previews = times.map((time) => engine.preview(run, time));
	return { first, second, previews };
}

function withoutRun(frame: Frame | null): Partial<Frame> | null {
	return frame === null ? null : { ...frame, run: 0 };
}

describe('a fork', () => {
	it('has the story of a run from the start, and needs the events of a column at most', () => {
		const events = countEvents();
		fc.assert(
			fc.property(
				anyScenario,
				gridTime,
				turnAt(gridTime),
				gridTime,
				fc.integer({ min: 2, max: 6 }),
				(scenario, reached, turn, further, looks) => {
					const time = fromSeconds(turn.at);
					const edge = Math.max(0, (Math.ceil(time / WIDTH) - 1) * WIDTH);
					const turned = changedFrom(scenario, time, [turn]);
					if (!isSound(turned)) return;
					const forked = new Asked(looks);
					forked.open(scenario, reached);
					forked.glimpse(time, [turn]);
					forked.rest(forked.toTime(time));
					const before = events();
					const { event } = forked.open(turned, time);
					if (time <= reached) {
						expect(events() - before).toBeLessThanOrEqual(event - frameAt(scenario, edge).event);
					}
					const fresh = new Asked();
					fresh.open(turned, time);
					const times = [time / 2, time, further];
					const stories = [forked, fresh].map((asked) => {
						const early = storyOf(asked, times);
						expectSameFrame(asked.toTime(further), frameAt(turned, further));
						asked.toTime(DURATION * SECOND);
						const late = storyOf(asked, times);
						return [early, late].map(({ previews, ...histories }) => {
							return { ...histories, previews: previews.map(withoutRun) };
						});
					});
					expect(stories[0]).toEqual(stories[1]);
				}
			),
			{ seed: SEED, numRuns: sampledRuns(30) }
		);
	});
});
