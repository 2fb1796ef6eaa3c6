import type { ParameterSpec } from './parameter-spec';
import type { ParameterKey, ParameterValue, Scenario } from './scenario';
import { SPECS } from './specs';

/** All parameters, in the order of the contract. */
export const PARAMETERS: readonly ParameterSpec[] = SPECS;

const BY_KEY = new Map(PARAMETERS.map((spec) => [spec.key, spec]));

/** The entry of one parameter. */
export function parameter(key: ParameterKey): ParameterSpec {
	const spec = BY_KEY.get(key);
	if (spec === undefined) throw new RangeError(`no parameter ${key}`);
	return spec;
}

/** Whether some text is the name of a parameter. */
export function isParameterKey(text: unknown): text is ParameterKey {
	return typeof text === 'string' && BY_KEY.has(text as ParameterKey);
}

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

function set(part: unknown, [step, ...rest]: readonly string[], to: ParameterValue): unknown {
	if (step === undefined) return to;
	const branch = part as Record<string, unknown>;
	return { ...branch, [step]: set(branch[step], rest, to) };
}
