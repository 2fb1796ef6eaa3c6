import type { ParameterSpec } from '../../core/scenario/parameter-spec';
import type { ParameterValue } from '../../core/scenario/scenario';
import { quoted } from '../../core/scenario/scenario-error';
import { formatExact } from '../../design/format';
import { numberFromText } from './address-number';

/** What was wrong with a value in a link and what is used instead, as one sentence. Pure. */
export function sentenceAbout(spec: ParameterSpec, text: string, used: ParameterValue): string {
	const label = spec.label.toLowerCase();
	return `This link asked for ${label} ${quoted(text)}; ${reasonOf(spec, text)}, so ${wordFor(spec, used)} is used.`;
}

/** What is really wrong with it. */
function reasonOf(spec: ParameterSpec, text: string): string {
	if (spec.kind === 'choice' || spec.kind === 'switch') {
		return `it can be ${spec.choices.map(({ label }) => label).join(', ')}`;
	}
	const number = numberFromText(text);
	if (number === null) return 'that is not a number';
	const isWhole = spec.kind === 'number' || Number.isInteger(number / spec.perUnit);
	if (!isWhole) return 'only whole numbers are possible';
	return `the range is ${wordFor(spec, spec.min)} to ${wordFor(spec, spec.max)}`;
}

/** A value as the page writes it, with its unit. Pure. */
export function wordFor(spec: ParameterSpec, value: ParameterValue): string {
	if (value === null) return spec.none ?? '–';
	const choice = spec.choices.find((candidate) => candidate.value === value);
	if (choice !== undefined) return choice.label;
	if (typeof value !== 'number') return String(value);
	const number = formatExact(value * spec.perUnit);
	return spec.unit === '' ? number : `${number}\u00A0${spec.unit}`;
}
