import { isReadingKey, READING_KEYS } from '../measures/reading-keys';
import type { Scenario } from '../scenario/scenario';
import { valueOf } from '../scenario/settings';
import type { Count } from './plan';

/**
 * A number that a plan names, under the settings in force and with the readings of one moment, in
 * the order of `READING_KEYS`. Infinity for a parameter that is set to none, NaN for a reading that
 * does not exist. Pure.
 */
export function countOf(count: Count, settings: Scenario, readings: Float64Array): number {
	if (isReadingKey(count)) return readings[READING_KEYS.indexOf(count)] ?? Number.NaN;
	const value = valueOf(settings, count);
	return value === null ? Infinity : Number(value);
}
