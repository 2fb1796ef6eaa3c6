import type { Scenario, StrategyId } from '../core/scenario/scenario';
import type { Strategy } from '../core/strategies/strategy';
import type { Variants } from '../core/strategies/variants';

/** Each strategy is a file of its own, which is fetched when somebody first wants to see it. */
const FILES: Readonly<Record<StrategyId, () => Promise<{ readonly variants: Variants }>>> = {
	'no-backpressure': () => import('../core/strategies/no-backpressure.variants'),
	'bounded-concurrency': () => import('../core/strategies/bounded-concurrency.variants'),
	'reactive-streams': () => import('../core/strategies/reactive-streams.variants'),
	'producer-throttling': () => import('../core/strategies/producer-throttling.variants'),
	'small-buffers': () => import('../core/strategies/small-buffers.variants')
};

/** The strategies that a Web Worker has fetched so far. */
export class StrategyShelf {
	readonly #variants = new Map<StrategyId, Variants>();

	/**
	 * Sees to it that a strategy is here.
	 * @throws {TypeError} if its file cannot be fetched.
	 */
	async fetch(strategy: StrategyId): Promise<void> {
		if (this.#variants.has(strategy)) return;
		const { variants } = await FILES[strategy]();
		this.#variants.set(strategy, variants);
	}

	/**
	 * The strategy of a scenario, with the mistakes that are switched on.
	 * @throws {RangeError} if it was not fetched before.
	 */
	strategyOf({ strategy, mistakes }: Scenario): Strategy {
		const variants = this.#variants.get(strategy);
		if (variants === undefined) throw new RangeError(`${strategy} was not fetched`);
		return variants(mistakes);
	}
}
