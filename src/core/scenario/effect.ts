import type { ParameterKey } from './scenario';

/** Parameters by which a run is only judged: whatever they hold, the same things happen in it. */
const ONLY_JUDGED_BY: ReadonlySet<ParameterKey> = new Set(['deadline']);

/** Whether the run is only judged by a parameter, so that turning it is no event of the run. */
export function isOnlyJudgedBy(key: ParameterKey): boolean {
	return ONLY_JUDGED_BY.has(key);
}

/**
 * Whether turning a parameter makes things go otherwise from then on. A deadline does not, and
 * neither does the duration, which only says how far the run is followed.
 */
export function disturbs(key: ParameterKey): boolean {
	return key !== 'duration' && !isOnlyJudgedBy(key);
}
