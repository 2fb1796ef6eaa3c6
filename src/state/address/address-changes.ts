import { PARAMETERS, parameter } from '../../core/scenario/parameters';
import type { Change } from '../../core/scenario/scenario';
import { numberFromText } from './address-number';
import { textFromValue, valueFromText } from './address-value';

const MOST_CHANGES = 100;
const LAST_SECOND = 86_400;

/** Changes as text: `10:rate:800,12.5:buffer:20`. Pure. */
export function changesToText(changes: readonly Change[]): string {
	return changes
		.map(({ at, set, to }) => {
			const spec = parameter(set);
			return `${at}:${spec.address}:${textFromValue(spec, to)}`;
		})
		.join(',');
}

/** The changes of such a text, in time order. What cannot be read is left out, with one sentence. */
export function changesFromText(text: string, notices: string[]): readonly Change[] {
	if (text === '') return [];
	const parts = text.split(',');
	const changes = parts.slice(0, MOST_CHANGES).flatMap((part) => changeFromText(part) ?? []);
	if (changes.length < parts.length) {
		notices.push('Some of the changes in this link could not be read; they are left out.');
	}
	return changes.sort((one, other) => one.at - other.at);
}

function changeFromText(text: string): Change | null {
	const [time = '', address = '', value = '', ...rest] = text.split(':');
	const at = numberFromText(time);
	const spec = PARAMETERS.find((candidate) => candidate.live && candidate.address === address);
	if (rest.length > 0 || spec === undefined || at === null || at < 0 || at > LAST_SECOND)
		return null;
	const to = valueFromText(spec, value);
	return to === undefined ? null : { at, set: spec.key, to };
}
