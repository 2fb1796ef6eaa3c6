import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../../../src/core/run/result';
import type { Run } from '../../../src/core/run/run';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { startRun } from '../../../src/headless/simulate';
import { readAddress } from '../../../src/state/address/read-address';
import { sampled } from '../../setup/sample';

const SEED = 20_261_127;

/** A step of a few events, a slice of time, or whichever of the two ends first. */
const piece = fc.oneof(
	fc.record({ span: fc.constant(Infinity), events: fc.integer({ min: 1, max: 100 }) }),
	fc.record({ span: fc.integer({ min: 0, max: 1e9 }), events: fc.constant(Infinity) }),
	fc.record({ span: fc.integer({ min: 0, max: 1e9 }), events: fc.integer({ min: 1, max: 10_000 }) })
);

/** Enough of them that a long run starts over only a few times. */
const PIECES = fc.sample(piece, { seed: SEED, numRuns: 300 });

/** Runs to the end in these pieces, and looks at what has come of it after each. */
function runInPieces(run: Run): void {
	for (let index = 0; !run.hasEnded; index++) {
		// The index stays below the length.
		const { span, events } = PIECES[index % PIECES.length] as (typeof PIECES)[number];
		run.advance(run.time + span, events);
		resultOf(run);
	}
}

const { presets } = STRATEGIES;

describe.each(sampled(presets, 10, ({ scenario }) => scenario.strategy))('$id', ({ scenario }) => {
	it('is the same run to the last event, cut into pieces, looked at and recorded', () => {
		const whole = startRun(scenario);
		whole.advance(Infinity);
		const run = startRun(scenario, { pictures: true });
		runInPieces(run);
		expect(run.event).toBe(whole.event);
		expect(resultOf(run)).toEqual(resultOf(whole));
	});
});

it.each(presets)('$id is what its address leads to', ({ id, scenario }) => {
	const address = readAddress(`?strategy=${scenario.strategy}&preset=${id}`, STRATEGIES);
	expect(address).toMatchObject({ scenario, notices: [] });
});
