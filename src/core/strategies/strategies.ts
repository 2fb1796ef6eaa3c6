import type { StrategyId } from '../scenario/scenario';
import { noBackpressure } from './no-backpressure';
import { smallBuffers } from './small-buffers';
import type { Strategy } from './strategy';

const STRATEGIES: readonly Strategy[] = [noBackpressure, smallBuffers];

/**
 * A strategy by its name.
 * @throws {RangeError} if it is not built yet.
 */
export function strategyOf(id: StrategyId): Strategy {
	const strategy = STRATEGIES.find((candidate) => candidate.shape.id === id);
	if (strategy === undefined) throw new RangeError(`strategy ${id} is not built yet`);
	return strategy;
}
