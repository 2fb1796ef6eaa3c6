import type { Scenario, StrategyId } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Variants } from '../core/strategies/variants';

/** Each strategy is a file of its own, which is fetched when somebody first wants to see it. */
const FILES: Readonly<Record<StrategyId, () => Promise<{ readonly variants: Variants }>>> = {
	'no-backpressure': () => import('../core/strategies/no-backpressure/code'),
	'bounded-concurrency': () => import('../core/strategies/bounded-concurrency/code'),
	'reactive-streams': () => import('../core/strategies/reactive-streams/code'),
	'producer-throttling': () => import('../core/strategies/producer-throttling/code'),
	'small-buffers': () => import('../core/strategies/small-buffers/code')
};

/**
 * The strategy of a scenario, with the mistakes that are switched on.
 * @throws {TypeError} if its file cannot be fetched.
 */
export async function fetchStrategy({ strategy, mistakes }: Scenario): Promise<Strategy> {
	const { variants } = await FILES[strategy]();
	return variants(mistakes);
}
