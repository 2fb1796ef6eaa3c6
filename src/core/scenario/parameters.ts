import type { ParameterSpec } from './parameter-spec';
import type { ParameterKey } from './scenario';
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
