import type { Simulation } from '../simulation';

/** Who waits for what, one line each: the report to read when nothing moves any more. */
export function describeWaits({ processes }: Simulation): readonly string[] {
	return [...processes]
		.filter(({ waitsFor }) => waitsFor !== '')
		.map(({ name, waitsFor }) => `${name} waits: ${waitsFor}`);
}
