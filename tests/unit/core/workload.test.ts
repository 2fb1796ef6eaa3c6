import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseScenario } from '../../../src/core/parse/parse';
import type { Change, Scenario } from '../../../src/core/scenario/scenario';
import { hasSameWorkload, withWorkloadOf } from '../../../src/core/scenario/workload';
import { STRATEGIES } from '../../../src/core/strategies/strategies';

const SEED = 20_261_129;

const turn: fc.Arbitrary<Change> = fc
	.record({
		at: fc.integer({ min: 0, max: 9 }),
		what: fc.constantFrom(
			['source.rate', 300] as const,
			['consumer.workers', 2] as const,
			['deadline', 1] as const,
			['buffer.capacity', 7] as const,
			['semaphore.permits', 3] as const
		)
	})
	.map(({ at, what: [set, to] }) => ({ at, set, to }));

/** Presets with knobs turned on the way. */
const scenarios: fc.Arbitrary<Scenario> = fc
	.record({
		preset: fc.constantFrom(...STRATEGIES.presets),
		changes: fc.array(turn, { maxLength: 5 })
	})
	.map(({ preset, changes }) => ({
		...preset.scenario,
		changes: changes.toSorted((one, other) => one.at - other.at)
	}));

it('what belongs to the load goes along from any run to any other, and nothing else does', () => {
	fc.assert(
		fc.property(scenarios, scenarios, (scenario, load) => {
			const loaded = withWorkloadOf(scenario, load);
			expect(hasSameWorkload(loaded, load)).toBe(true);
			const { source, consumer, seed, deadline, duration } = scenario;
			const own = (changes: readonly Change[]) =>
				changes.filter(({ set }) => /^(buffer|semaphore)\./.test(set));
			expect({ ...loaded, source, consumer, seed, deadline, duration, changes: [] }).toEqual({
				...scenario,
				changes: []
			});
			expect(own(loaded.changes)).toEqual(own(scenario.changes));
			// It is a scenario like any other.
			if (loaded.source.process !== 'trace') expect(() => parseScenario(loaded)).not.toThrow();
		}),
		{ seed: SEED, numRuns: 300 }
	);
});
