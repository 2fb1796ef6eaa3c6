import type { StrategyPlan } from '../core/plan/plan';
import type { Preset } from '../core/strategies/preset';

/** What a page has to offer. A page that shows less carries less. */
export interface Catalogue {
	/** Strategy by strategy; the first of a strategy is the one it opens with. */
	readonly presets: readonly Preset[];
	/** In the order of the pages. */
	readonly plans: readonly StrategyPlan[];
}
