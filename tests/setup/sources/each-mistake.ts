import type { MistakeKey, StrategyId } from '../../../src/core/scenario/scenario';
import { STRATEGIES } from '../../../src/core/strategies/strategies';

/** Every mistake that can be switched on, with the strategy in which people make it. */
export const EACH_MISTAKE: readonly (readonly [MistakeKey, StrategyId])[] =
	STRATEGIES.plans.flatMap(({ id, mistakes }) => mistakes.map(({ key }) => [key, id] as const));
