import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/core/parse/parse';
import type { ParameterKey } from '../../src/core/scenario/scenario';
import { ScenarioError } from '../../src/core/scenario/scenario-error';
import { asBegun, withChange } from '../../src/core/scenario/with-change';
import { STRATEGIES } from '../../src/core/strategies/strategies';
import { startRun } from '../../src/headless/simulate';

const SEED = 20_261_129;

const some = fc.integer({ min: 1, max: 9 });
const fewOrNull = fc.option(fc.integer({ min: 0, max: 9 }), { freq: 2 });

/** What the rules look at together, as a scenario says it. */
const settings = fc.record({
	bucket: fc.record({
		capacity: fc.option(some, { freq: 2 }),
		rate: fc.integer({ min: 0, max: 9 }),
		initial: fewOrNull
	}),
	lag: fc.record({ limit: fc.integer({ min: 0, max: 9 }), resume: fewOrNull }),
	demand: fc.record({ window: some, batch: fc.option(some, { freq: 2 }) })
});

const turn = (set: ParameterKey, to: fc.Arbitrary<number | null>) =>
	fc.record({ at: fc.constantFrom(0, 0, 1, 2, 2, 3), set: fc.constant(set), to });

/** In time order, as a run makes them. */
const changes = fc
	.array(
		fc.oneof(
			turn('bucket.capacity', fc.option(some, { freq: 2 })),
			turn('bucket.rate', fc.integer({ min: 0, max: 9 })),
			turn('lag.limit', fc.integer({ min: 0, max: 9 })),
			turn('lag.resume', fewOrNull),
			turn('source.rate', some)
		),
		{ maxLength: 6 }
	)
	.map((turns) => turns.toSorted((one, other) => one.at - other.at));

type Settings = typeof settings extends fc.Arbitrary<infer T> ? T : never;
type Turn = typeof changes extends fc.Arbitrary<(infer T)[]> ? T : never;

/** How things stand at a time, when all turns of that time are done. */
function standAt(start: Settings, turns: readonly Turn[], time: number) {
	const values = new Map<string, number | null>([
		['bucket.capacity', start.bucket.capacity],
		['bucket.rate', start.bucket.rate],
		['lag.limit', start.lag.limit],
		['lag.resume', start.lag.resume]
	]);
	for (const { at, set, to } of turns) if (at <= time) values.set(set, to);
	return {
		holds: values.get('bucket.capacity') ?? Math.max(1, values.get('bucket.rate') ?? 0),
		limit: values.get('lag.limit') ?? 0,
		resume: values.get('lag.resume') ?? null
	};
}

/** The fields that break a rule: one of the beginning then, one of every moment at any. */
function brokenFields(start: Settings, turns: readonly Turn[]): string[] {
	const { initial } = start.bucket;
	const { batch, window } = start.demand;
	const isOver = (time: number) => {
		const { limit, resume } = standAt(start, turns, time);
		return resume !== null && resume > limit;
	};
	return [
		...(batch !== null && batch > window ? ['demand.batch'] : []),
		...([0, 1, 2, 3].some(isOver) ? ['lag.resume'] : []),
		...(initial !== null && initial > standAt(start, [], 0).holds ? ['bucket.initial'] : [])
	];
}

function scenarioOf(strategy: string, start: Settings, turns: readonly Turn[]) {
	return parseScenario({
		version: 1,
		strategy,
		duration: 4,
		source: { process: 'constant', rate: 20 },
		changes: turns,
		...start
	});
}

const strategy = fc.constantFrom(...STRATEGIES.ids);

describe('rules that look at several fields', () => {
	it('are asked of the beginning or of every moment, and what they allow runs, on 2000 scenarios', () => {
		const seen = { 'demand.batch': 0, 'lag.resume': 0, 'bucket.initial': 0, allowed: 0, shrunk: 0 };
		fc.assert(
			fc.property(strategy, settings, changes, (id, start, turns) => {
				const broken = brokenFields(start, turns);
				for (const field of broken) seen[field as keyof typeof seen]++;
				if (broken.length > 0) {
					expect(() => scenarioOf(id, start, turns)).toThrow(ScenarioError);
					expect(broken).toContain(fieldOf(() => scenarioOf(id, start, turns)));
					return;
				}
				seen.allowed++;
				const { initial } = start.bucket;
				const leastLater = Math.min(
					...[0, 1, 2, 3].map((time) => standAt(start, turns, time).holds)
				);
				if (initial !== null && initial > leastLater) seen.shrunk++;
				const run = startRun(scenarioOf(id, start, turns));
				run.advance(Infinity);
				expect(run.hasEnded).toBe(true);
			}),
			{ seed: SEED, numRuns: 2000 }
		);
		for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30);
	});
});

describe('a bucket that was made smaller than the tokens at first', () => {
	const scenario = parseScenario({
		version: 1,
		strategy: 'producer-throttling',
		bucket: { rate: 500, initial: 300 }
	});

	it('is allowed while the run goes on, and the tokens that no longer fit spill over', () => {
		const turned = parseScenario(withChange(scenario, 'bucket.rate', 200, 10));
		const run = startRun(turned);
		run.advance(10e9);
		expect(run.mechanism.gauges?.['now.tokens']?.(10e9)).toBeLessThanOrEqual(200);
	});

	it('begins full when the run is begun anew with the knobs as they stand', () => {
		const turned = withChange(scenario, 'bucket.rate', 200, 10);
		expect(parseScenario(asBegun(turned, 12)).bucket.initial).toBe(200);
		expect(asBegun(turned, 9).bucket.initial).toBe(300);
		expect(parseScenario(withChange(turned, 'seed', 5, 12)).seed).toBe(5);
	});
});

/** The field that a refusal names. */
function fieldOf(parse: () => unknown): string | null {
	try {
		parse();
	} catch (error) {
		if (error instanceof ScenarioError) return error.field;
	}
	return null;
}
