import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/core/scenario/scenario';
import type { Frame } from '../../../src/engine/protocol';
import { startRun } from '../../../src/headless/simulate';
import { sampledRuns } from '../../setup/sample';
import { Asked, anyScenario, gridTime } from './timeline-fixture';

const SEED = 20_261_203;

/** The time of each event of a run, event by event. */
function eventTimes(scenario: Scenario): readonly number[] {
	const run = startRun(scenario);
	const times: number[] = [];
	run.world.simulation.onsettled = () => times.push(run.world.simulation.now);
	run.advance(Infinity);
	return times;
}

/** What a frame says of the events around it. */
function saidBy({ latest, rank, before, next }: Frame) {
	return { latest, rank, before, next };
}

/** The same, from the list of all event times. */
function listed(times: readonly number[], event: number) {
	const latest = times[event - 1] ?? 0;
	const soFar = times.slice(0, event);
	return {
		latest,
		rank: soFar.filter((time) => time === latest).length,
		before: Math.max(0, ...soFar.filter((time) => time < latest)),
		next: times[event] ?? Infinity
	};
}

describe('a frame', () => {
	it('says when the events around it are, wherever one goes', () => {
		let sawSeveral = false;
		fc.assert(
			fc.property(
				anyScenario,
				fc.array(fc.oneof(gridTime, fc.constantFrom(1, 1, 1, -1, -1, 2, -3)), {
					minLength: 1,
					maxLength: 20
				}),
				(scenario, ways) => {
					const times = eventTimes(scenario);
					const asked = new Asked();
					let frame = asked.open(scenario);
					expect(saidBy(frame)).toEqual(listed(times, frame.event));
					for (const way of ways) {
						const event = Math.min(Math.max(0, frame.event + way), times.length);
						const isStep = Math.abs(way) < 10;
						frame = isStep ? asked.toEvent(event) : asked.toTime(way);
						expect(saidBy(frame)).toEqual(listed(times, frame.event));
						if (frame.rank > 1) sawSeveral = true;
					}
				}
			),
			{ seed: SEED, numRuns: sampledRuns(60) }
		);
		expect(sawSeveral).toBe(true);
	});

	it('leads from instant to instant, all events in between included', () => {
		fc.assert(
			fc.property(anyScenario, (scenario) => {
				// What happens at 0 has happened when a run is opened.
				const instants = [...new Set(eventTimes(scenario))].filter((time) => time > 0);
				const asked = new Asked();
				let frame = asked.open(scenario);
				const there: number[] = [];
				while (frame.next < Infinity) {
					frame = asked.toTime(frame.next);
					there.push(frame.time);
				}
				const back: number[] = [frame.latest];
				while (frame.before > 0 && back.length < 20) {
					frame = asked.toTime(frame.before);
					back.push(frame.latest);
				}
				expect(there).toEqual(instants);
				expect(back.reverse()).toEqual(instants.slice(-back.length));
			}),
			{ seed: SEED, numRuns: sampledRuns(10) }
		);
	});
});
