import { isAllowed } from '../core/scenario/check-value';
import type { ParameterSpec } from '../core/scenario/parameter-spec';
import type { ParameterValue } from '../core/scenario/scenario';
import { numberFromText } from './address-number';

const EPSILON = Number.EPSILON;

/** The value in the scenario's unit; undefined if the text is none that the parameter may hold. */
export function valueFromText(spec: ParameterSpec, text: string): ParameterValue | undefined {
	if (text === 'none' && spec.none !== undefined) return null;
	if (spec.kind === 'choice') {
		return spec.choices.find(({ value }) => value === text)?.value;
	}
	if (spec.kind === 'switch') return text === 'on' ? true : text === 'off' ? false : undefined;
	const number = numberFromText(text);
	const value = number === null ? null : number / spec.perUnit;
	return value !== null && isAllowed(spec, value) ? value : undefined;
}

/** The text of a value in the address, in the unit of the address. */
export function textFromValue(spec: ParameterSpec, value: ParameterValue): string {
	if (value === null) return 'none';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (typeof value === 'string') return value;
	const scaled = value * spec.perUnit;
	// The shortest text that comes back as the same number; scaling may be off by the last bit.
	const nearby = [
		Number(scaled.toPrecision(15)),
		scaled,
		scaled * (1 + EPSILON),
		scaled * (1 - EPSILON)
	];
	return String(nearby.find((number) => number / spec.perUnit === value) ?? scaled);
}
