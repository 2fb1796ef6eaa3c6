import type { LevelKey } from '../../core/measures/series';
import type { Run } from '../../core/run/run';

/** What a run is compared with at its present time; NaN for what it does not know. */
export function readLevel({ settings, mechanism }: Run, key: LevelKey): number {
	if (key === 'deadline') return settings.deadline ?? Number.NaN;
	return mechanism.levels?.[key]?.() ?? Number.NaN;
}
