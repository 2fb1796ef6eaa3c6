import type { StrategyId } from '../scenario/scenario';
import { plan as noBackpressure } from './no-backpressure.plan';
import type { StrategyPlan } from './plan';
import { plan as smallBuffers } from './small-buffers.plan';

/** The plans of the strategies that are built, in the order of the pages. */
export const PLANS: readonly StrategyPlan[] = [noBackpressure, smallBuffers];

/**
 * The plan of a strategy.
 * @throws {RangeError} if the strategy is not built yet.
 */
export function planOf(id: StrategyId): StrategyPlan {
	const plan = PLANS.find((candidate) => candidate.id === id);
	if (plan === undefined) throw new RangeError(`strategy ${id} is not built yet`);
	return plan;
}
