import { isAllowed } from '../../core/parse/check-value';
import type { ParameterSpec } from '../../core/scenario/parameter-spec';
import type { ParameterValue } from '../../core/scenario/scenario';
import { numberFromText } from './address-number';

/** The value in the scenario's unit; undefined if the text is none that the parameter may hold. */
export function valueFromText(spec: ParameterSpec, text: string): ParameterValue | undefined {
	if (text === 'none' && spec.none !== undefined) return null;
	if (spec.kind === 'choice') {
		return spec.choices.find(({ value }) => value === text)?.value;
	}
	if (spec.kind === 'switch') return text === 'on' ? true : text === 'off' ? false : undefined;
	if (numberFromText(text) === null) return undefined;
	const value = shifted(text, -decimalsOf(spec)) + 0;
	return isAllowed(spec, value) ? value : undefined;
}

/** The text of a value in the address, in the unit of the address. */
export function textFromValue(spec: ParameterSpec, value: ParameterValue): string {
	if (value === null) return 'none';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (typeof value === 'string') return value;
	const digits = decimalsOf(spec);
	const short = String(Number((value * spec.perUnit).toPrecision(15)));
	if (shifted(short, -digits) === value) return short;
	const [mantissa, exponent = '0'] = value.toExponential().split('e');
	return `${mantissa}e${Number(exponent) + digits}`;
}

/** By how many digits the unit of the address is finer than the scenario's: 3 for ms. */
function decimalsOf({ perUnit }: ParameterSpec): number {
	return String(perUnit).length - 1;
}

/** A decimal number with its point moved, rounded once, so that units lose nothing. */
function shifted(text: string, digits: number): number {
	const [mantissa, exponent = '0'] = text.split('e');
	return Number(`${mantissa}e${Number(exponent) + digits}`);
}
