import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame, Target } from '../../../src/engine/protocol';
import { sampledRuns } from '../../setup/sample';
import { scenarioOf } from '../presets/preset-runs';
import {
	Asked,
	anyScenario,
	countEvents,
	expectSameFrame,
	frameAfter,
	frameAt,
	gridTime,
	WINDOW
} from './timeline-fixture';

const SEED = 20_261_201;
const SECOND = 1e9;

/** Something that is asked of a run by somebody who looks at a frame. */
type Question =
	| { readonly kind: 'seek'; readonly time: number }
	| { readonly kind: 'step'; readonly by: number }
	| { readonly kind: 'moment' | 'rest' };

const question: fc.Arbitrary<Question> = fc.oneof(
	fc.record({ kind: fc.constant('seek' as const), time: gridTime }),
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('step' as const),
			by: fc.constantFrom(1, -1, -1, -2, 3, -40)
		})
	},
	fc.record({ kind: fc.constantFrom('moment' as const, 'rest' as const) })
);

/** What is asked, as a target; null for a rest. */
function targetOf(asked: Question, { event }: Frame): Target | null {
	switch (asked.kind) {
		case 'rest':
			return null;
		case 'seek':
			return { kind: 'time', time: asked.time };
		case 'moment':
			return { kind: 'moment', after: event };
		case 'step':
			return { kind: 'event', event: Math.max(0, event + asked.by) };
	}
}

describe('a question', () => {
	it('has one answer, whatever was asked before, in how many slices, and left unanswered', () => {
		fc.assert(
			fc.property(
				anyScenario,
				fc.integer({ min: 2, max: 6 }),
				fc.array(fc.tuple(question, question), { minLength: 1, maxLength: 12 }),
				(scenario, looks, questions) => {
					const whole = new Asked();
					const end = whole.open(scenario, scenario.duration * SECOND);
					const { moments } = whole.engine.history(whole.run, 0);
					const expected = (target: Target) => {
						if (target.kind === 'time') return frameAt(scenario, target.time);
						if (target.kind === 'event') return frameAfter(scenario, target.event);
						const moment = moments.find(({ event }) => event > target.after);
						return moment === undefined ? end : frameAfter(scenario, moment.event);
					};
					const asked = new Asked(looks);
					let frame = asked.open(scenario);
					for (const [leftAlone, answered] of questions) {
						const ignored = targetOf(leftAlone, frame);
						if (ignored === null) asked.engine.rest(asked.run, frame.time, frame.event);
						else asked.engine.travel(asked.run, ignored, WINDOW);
						const target = targetOf(answered, frame);
						if (target === null) asked.rest(frame);
						else {
							frame = asked.to(target);
							expectSameFrame(frame, expected(target));
						}
					}
				}
			),
			{ seed: SEED, numRuns: sampledRuns(30) }
		);
	});
});

describe('a step back in a run so long that a replay takes many slices', () => {
	const scenario = { ...scenarioOf('ten-slots'), duration: 60 };
	const STEPS = 64;

	it('replays it once, and not again for the next steps', () => {
		const asked = new Asked(16);
		let frame = asked.open(scenario, 58 * SECOND);
		const { event } = frame;
		const events = countEvents();
		const before = asked.answers;
		for (let step = 0; step < STEPS; step++) frame = asked.toEvent(frame.event - 1);
		expect(asked.answers - before).toBeGreaterThan(STEPS + 10);
		expect(events()).toBeLessThan(event);
	});

	it('is answered at once after a rest, and resting replays it once for 64 steps', () => {
		const asked = new Asked(16);
		let frame = asked.open(scenario, 58 * SECOND);
		const { event } = frame;
		const events = countEvents();
		asked.rest(frame);
		for (let round = 1; round <= 3; round++) {
			for (let step = 0; step < STEPS; step++) {
				const before = asked.answers;
				frame = asked.toEvent(frame.event - 1);
				expect(asked.answers - before).toBe(1);
				asked.rest(frame);
			}
			expect(events()).toBeLessThan((round + 1) * event);
		}
	});

	it('is a step from what is shown, also when the engine was ahead of it', () => {
		const asked = new Asked(4);
		const shownFrame = asked.open(scenario, 20 * SECOND);
		// Play goes on for a moment after somebody has pressed pause: nobody sees that.
		asked.toTime(20.5 * SECOND);
		asked.rest(shownFrame);
		const events = countEvents();
		expect(asked.toEvent(shownFrame.event - 1)).toMatchObject({ event: shownFrame.event - 1 });
		expect(events()).toBeLessThan(STEPS);
	});
});

describe('a slice', () => {
	it('takes few pictures between two looks at the clock, also where nothing happens', () => {
		const scenario = scenarioOf('quiet-day');
		const quiet = { ...scenario, duration: 10_000, source: { ...scenario.source, rate: 0.01 } };
		const asked = new Asked(4);
		const frame = asked.open(quiet, 10_000 * SECOND);
		expect(frame.event).toBeLessThan(500);
		expect(asked.answers).toBeGreaterThan(200);
	});
});
