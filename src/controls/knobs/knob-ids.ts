import type { ParameterSpec } from '../../core/scenario/parameter-spec';

/** The element with the sentence on a knob. Pure. */
export function helpId(uid: string): string {
	return `${uid}-help`;
}

/** The element that says that a knob starts the run again. Pure. */
export function restartId(uid: string): string {
	return `${uid}-restart`;
}

/** Everything that describes a knob, for `aria-describedby`. Pure. */
export function describedBy(uid: string, { live }: ParameterSpec): string {
	return live ? helpId(uid) : `${restartId(uid)} ${helpId(uid)}`;
}
