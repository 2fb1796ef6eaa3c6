import type { ParameterSpec } from '../../core/scenario/parameter-spec';

/** The entry without the choice of recorded times: the page has no place to put them in. Pure. */
export function withoutTraces(spec: ParameterSpec): ParameterSpec {
	const choices = spec.choices.filter(({ value }) => value !== 'trace');
	return choices.length === spec.choices.length ? spec : { ...spec, choices };
}
