import { READING_KEYS } from '../../../src/core/measures/reading-keys';
import { READINGS } from '../../../src/core/measures/readings';
import { planJudged } from '../../../src/core/plan/plan-judged';
import type { Scenario } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';
import { formatCount, formatReading } from '../../../src/design/format';
import { composeFrame } from '../../../src/engine/frame/compose-frame';
import { readReadings } from '../../../src/engine/frame/read-readings';
import { simulate, startRun } from '../../../src/headless/simulate';
import { readAddress } from '../../../src/state/address/read-address';

/**
 * What the lab must show of the run that an address leads to, by the same names, at a time and after
 * so many events: several can share an instant, and a step stands between two of them.
 */
export function expectedNumbers(
	address: string,
	time: number,
	event: number
): Record<string, string> {
	const { scenario } = readAddress(new URL(address).search, STRATEGIES);
	const run = startRun(scenario);
	run.advance(time, event);
	// Behind the last event the numbers go on with the time.
	if (run.time < time) run.advance(time);
	const readings = readReadings(run);
	const isJudged = run.settings.deadline !== null;
	const written = STRATEGIES.planOf(scenario.strategy);
	const plan = isJudged ? planJudged(written) : written;
	const numbers: Record<string, string> = { time: String(time), event: String(run.event) };
	for (const key of plan.readings) {
		const { name, unit } = READINGS[key];
		numbers[name] = formatReading(unit, readings[READING_KEYS.indexOf(key)] ?? Number.NaN);
	}
	for (const [name, key] of [...(isJudged ? JUDGED : DONE), ...CONSERVATION]) {
		numbers[name] = formatCount(readings[READING_KEYS.indexOf(key)] ?? Number.NaN);
	}
	const context = { run: 1, arrived: true, stopped: null, window: 0, moments: 0 };
	composeFrame(run, context).counts.forEach((count, station) => {
		numbers[`station ${plan.stations[station]?.id}`] = String(count);
	});
	return numbers;
}

/** The digest of all events of a scenario. */
export function expectedDigest(scenario: Scenario): string {
	return simulate(scenario).eventHash;
}

/** When its producer is held back for the first time, in seconds; NaN if never. */
export function firstHeldBackAt(scenario: Scenario): number {
	return simulate(scenario).producer.firstHeldBackAt ?? Number.NaN;
}
const DONE = [['done', 'counts.completed']] as const;

/** What is told of the done ones where there is a deadline. */
const JUDGED = [
	['done in time', 'counts.inTime'],
	['done late', 'counts.late']
] as const;

const CONSERVATION = [
	['offered', 'counts.offered'],
	['refused', 'counts.refused'],
	['dropped', 'counts.dropped'],
	['lost', 'counts.lost'],
	['waiting at the source or in hand', 'counts.waitingAtSource'],
	['queued', 'counts.queued'],
	['in service', 'counts.inService']
] as const;
