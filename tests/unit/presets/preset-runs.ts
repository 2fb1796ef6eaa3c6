import { expect } from 'vitest';
import { READING_KEYS, type ReadingKey } from '../../../src/core/measures/reading-keys';
import type { Run } from '../../../src/core/run/run';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { readReadings } from '../../../src/engine/frame/read-readings';
import { startRun } from '../../../src/headless/simulate';

/** The scenario of a preset. */
export function scenarioOf(id: string): Scenario {
	const preset = STRATEGIES.presetById(id);
	if (preset === undefined) throw new RangeError(id);
	return preset.scenario;
}

/** The run of a preset at a time in seconds. */
export function runAt(id: string, seconds: number): Run {
	const run = startRun(scenarioOf(id));
	run.advance(seconds * 1e9);
	return run;
}

/** A reading of a run at its present time; NaN if it has none. */
export function readingOf(run: Run, key: ReadingKey): number {
	return readReadings(run)[READING_KEYS.indexOf(key)] ?? Number.NaN;
}

/** Within so many percent. */
export function expectAbout(value: number | null | undefined, said: number, percent: number): void {
	expect(Math.abs((value ?? Number.NaN) - said) / said).toBeLessThan(percent / 100);
}
