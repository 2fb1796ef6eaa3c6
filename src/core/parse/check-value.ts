import type { ParameterSpec } from '../scenario/parameter-spec';
import type { ParameterValue } from '../scenario/scenario';
import { ScenarioError } from '../scenario/scenario-error';

/** What a parameter may hold, in words: "a whole number from 1 to 1000, or null". */
function ruleOf(spec: ParameterSpec): string {
	if (spec.kind === 'switch') return 'true or false';
	if (spec.kind === 'choice') {
		return `one of ${spec.choices.map(({ value }) => value).join(', ')}`;
	}
	const what = spec.kind === 'integer' ? 'a whole number' : 'a number';
	return `${what} from ${spec.min} to ${spec.max}${spec.none === undefined ? '' : ', or null'}`;
}

/** Whether a parameter may hold a value, other parameters left aside. */
export function isAllowed(spec: ParameterSpec, value: unknown): value is ParameterValue {
	if (value === null) return spec.none !== undefined;
	if (spec.kind === 'choice' || spec.kind === 'switch') {
		return spec.choices.some((candidate) => candidate.value === value);
	}
	if (typeof value !== 'number' || !(value >= spec.min && value <= spec.max)) return false;
	return spec.kind === 'number' || Number.isInteger(value);
}

/** @throws {ScenarioError} if the parameter may not hold the value. */
export function checkValue(spec: ParameterSpec, value: unknown, field: string): ParameterValue {
	if (isAllowed(spec, value)) return value;
	throw new ScenarioError(field, ruleOf(spec), value);
}
