import type { ParameterSpec } from '../../core/scenario/parameter-spec';
import { formatExact, joinQuantity } from '../../design/format';
import { spokenQuantity } from '../unit-words';
import { type SliderScale, sliderScale } from './slider-scale';

/** What a number field made of what was typed. */
export interface Correction {
	/** In the scenario's unit; null when the typed text is no number and nothing changes. */
	readonly value: number | null;
	/** What was done and why, or null when the number was taken as typed. */
	readonly sentence: string | null;
}

/** Longer input is cut before it is quoted. */
const QUOTED = 24;

/** Frees a number of the last bits that a conversion leaves, so that 28.4 ms is 0.0284 s. */
function rounded(value: number): number {
	return Number(value.toPrecision(15));
}

/** A value in the unit of the page. Pure. */
export function toPage(parameter: ParameterSpec, value: number): number {
	return rounded(value * parameter.perUnit);
}

/** A number of the page's unit in the scenario's unit. Pure. */
export function fromPage(parameter: ParameterSpec, shown: number): number {
	return rounded(shown / parameter.perUnit);
}

/** A value as the page writes it, without its unit. Pure. */
export function numberText(parameter: ParameterSpec, value: number): string {
	return formatExact(toPage(parameter, value));
}

/** A value as the page writes it: "8 ms". Pure. */
export function quantityText(parameter: ParameterSpec, value: number): string {
	return joinQuantity({ text: numberText(parameter, value), unit: parameter.unit });
}

/** A value as a voice says it: "8 milliseconds". Pure. */
export function spokenText(parameter: ParameterSpec, value: number): string {
	return spokenQuantity(numberText(parameter, value), parameter.unit);
}

/** The slider of a parameter in the unit of the page, or null when it has none. Pure. */
export function pageScale(parameter: ParameterSpec): SliderScale | null {
	const { slider } = parameter;
	if (slider === null) return null;
	const range = {
		min: toPage(parameter, slider.min),
		max: toPage(parameter, slider.max),
		scale: slider.scale
	};
	return sliderScale(range, parameter.kind === 'integer');
}

/** The number to start from when "none" is taken away. Pure. */
export function firstNumber(parameter: ParameterSpec): number {
	if (typeof parameter.initial === 'number') return parameter.initial;
	const scale = pageScale(parameter);
	return scale === null ? parameter.min : fromPage(parameter, scale.valueAt(0.5));
}

/**
 * A typed number as plain decimals, or NaN. Spaces group digits, the unit may follow, a comma
 * groups thousands where it stands so and is a decimal point elsewhere.
 */
function parse(typed: string, unit: string): number {
	let text = typed.replace(/\s/g, '').replace('\u2212', '-');
	if (unit !== '' && text.endsWith(unit)) text = text.slice(0, -unit.length);
	text = /^[+-]?\d{1,3}(,\d{3})+(\.|$)/.test(text)
		? text.replaceAll(',', '')
		: text.replace(',', '.');
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/**
 * Reads what somebody typed for a number. What cannot be is replaced by what is nearest, or by the
 * value at hand (null for none), and the sentence says so. Pure.
 */
export function correct(
	parameter: ParameterSpec,
	typed: string,
	current: number | null
): Correction {
	const { label, unit, min, max } = parameter;
	const shown = parse(typed, unit);
	if (!Number.isFinite(shown)) {
		const quoted = typed.trim().slice(0, QUOTED);
		const what = quoted === '' ? 'An empty field' : `\u201C${quoted}\u201D`;
		const stays =
			current === null ? (parameter.none ?? 'as it is') : `at ${quantityText(parameter, current)}`;
		const sentence = `${what} is not a number, so ${label} stays ${stays}.`;
		return { value: null, sentence };
	}
	const asked = fromPage(parameter, shown);
	const whole = parameter.kind === 'integer' ? Math.round(asked) : asked;
	const value = Math.min(Math.max(whole, min), max);
	if (value === asked) return { value, sentence: null };
	const became = `so ${formatExact(shown)} became ${numberText(parameter, value)}.`;
	let reason = `${label} is a whole number`;
	if (value !== whole) {
		reason = `${label} goes from ${numberText(parameter, min)} to ${quantityText(parameter, max)}`;
	}
	return { value, sentence: `${reason}, ${became}` };
}
