import { parameter } from './parameters';
import type { ParameterKey, ParameterValue, Scenario } from './scenario';
import { bucketCapacityOf, settingsAt, valueOf, withValue } from './settings';

/**
 * The scenario after a knob was turned at `seconds`. Changes that lay later are forgotten: turning a
 * knob in the past forks the run. Of several turns of one knob at one time the last counts, and a
 * turn that changes nothing leaves no trace. A parameter that cannot change during a run begins it
 * anew, with all knobs as they stand. Pure.
 */
export function withChange(
	scenario: Scenario,
	key: ParameterKey,
	to: ParameterValue,
	seconds: number
): Scenario {
	if (!parameter(key).live) return withValue(asBegun(scenario, seconds), key, to);
	if (seconds === 0) {
		const changes = scenario.changes.filter((change) => change.at === 0 && change.set !== key);
		return { ...withValue(scenario, key, to), changes };
	}
	const kept = scenario.changes.filter(
		({ at, set }) => at < seconds || (at === seconds && set !== key)
	);
	const before = { ...scenario, changes: kept };
	if (valueOf(settingsAt(before, seconds), key) === to) return before;
	return { ...before, changes: [...kept, { at: seconds, set: key, to }] };
}

/**
 * The scenario that begins with the knobs as they stand at `seconds`, and no changes. A bucket that
 * was made smaller meanwhile begins full where it was to begin with more than it holds. Pure.
 */
export function asBegun(scenario: Scenario, seconds: number): Scenario {
	const begun = { ...settingsAt(scenario, seconds), changes: [] };
	const { initial } = begun.bucket;
	const capacity = bucketCapacityOf(begun);
	if (initial === null || initial <= capacity) return begun;
	return withValue(begun, 'bucket.initial', capacity);
}
