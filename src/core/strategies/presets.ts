import type { StrategyId } from '../scenario/scenario';
import { BOUNDED_CONCURRENCY } from './bounded-concurrency/presets';
import { NO_BACKPRESSURE } from './no-backpressure/presets';
import type { Preset } from './preset';
import { PRODUCER_THROTTLING } from './producer-throttling/presets';
import { REACTIVE_STREAMS } from './reactive-streams/presets';
import { SMALL_BUFFERS } from './small-buffers/presets';

/** All presets, strategy by strategy; the first of a strategy is the one it opens with. */
export const PRESETS: readonly Preset[] = [
	...SMALL_BUFFERS,
	...NO_BACKPRESSURE,
	...BOUNDED_CONCURRENCY,
	...REACTIVE_STREAMS,
	...PRODUCER_THROTTLING
];

/** The preset of that name; undefined if there is none. */
export function presetById(id: string): Preset | undefined {
	return PRESETS.find((preset) => preset.id === id);
}

/** The preset that a strategy opens with; the very first for a strategy without any. */
export function firstPreset(strategy: StrategyId): Preset {
	const preset =
		PRESETS.find((candidate) => candidate.scenario.strategy === strategy) ?? PRESETS[0];
	if (preset === undefined) throw new RangeError('there are no presets');
	return preset;
}
