import type { StrategyPlan } from '../plan/plan';
import type { Preset } from './preset';

/**
 * What a strategy tells of itself to those who do not run it: each folder here has one, in
 * `manifest.ts`. The code that runs is in `code.ts` beside it, so that a page need not carry it.
 */
export interface Manifest {
	readonly plan: StrategyPlan;
	/** The first is the one that the strategy opens with. */
	readonly presets: readonly [Preset, ...Preset[]];
}
