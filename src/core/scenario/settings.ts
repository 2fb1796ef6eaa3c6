import type { ParameterKey, ParameterValue, Scenario } from './scenario';

/** What a parameter holds in a scenario, changes left aside. */
export function valueOf(scenario: Scenario, key: ParameterKey): ParameterValue {
	let value: unknown = scenario;
	for (const step of key.split('.')) value = (value as Record<string, unknown>)[step];
	return value as ParameterValue;
}

/** The scenario with one parameter set, without looking at the range. */
export function withValue(scenario: Scenario, key: ParameterKey, to: ParameterValue): Scenario {
	return set(scenario, key.split('.'), to) as Scenario;
}

/** The scenario with every change up to and including `seconds` applied to it. */
export function settingsAt(scenario: Scenario, seconds: number): Scenario {
	let settings = scenario;
	for (const change of scenario.changes) {
		if (change.at > seconds) break;
		settings = withValue(settings, change.set, change.to);
	}
	return settings;
}

/** How many tokens the bucket of a scenario holds, changes left aside: by default those of a second. */
export function bucketCapacityOf({ bucket }: Scenario): number {
	return bucket.capacity ?? Math.max(1, bucket.rate);
}

/**
 * Where the scenario ends, in seconds: at its duration as it was last turned, but never before the
 * time at which it was turned.
 */
export function endOf({ duration, changes }: Scenario): number {
	let end = duration;
	for (const { at, set: key, to } of changes) {
		if (at > end) break;
		if (key === 'duration' && typeof to === 'number') end = Math.max(to, at);
	}
	return end;
}

function set(part: unknown, [step, ...rest]: readonly string[], to: ParameterValue): unknown {
	if (step === undefined) return to;
	const branch = part as Record<string, unknown>;
	return { ...branch, [step]: set(branch[step], rest, to) };
}
