import type { Choice, SliderRange } from '../parameter-spec';

/** What most entries share; each entry says what is its own. */
export const number = { kind: 'number', perUnit: 1, unit: '', choices: [], slider: null } as const;
export const integer = { ...number, kind: 'integer' } as const;
export const choice = { ...number, kind: 'choice', min: 0, max: 0 } as const;

export function linear(min: number, max: number): SliderRange {
	return { min, max, scale: 'linear' };
}

export function log(min: number, max: number): SliderRange {
	return { min, max, scale: 'log' };
}

export function choices(labels: Record<string, string>): readonly Choice[] {
	return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
