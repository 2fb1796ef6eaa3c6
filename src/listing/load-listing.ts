import type { StrategyId } from '../core/scenario/scenario';
import type { StrategyListing } from './listing';

const LISTINGS = import.meta.glob<StrategyListing>('../core/strategies/*/code.ts', {
	query: '?listing',
	import: 'default'
});

/**
 * The code of a strategy, fetched when it is first asked for.
 * @throws {RangeError} if there is none.
 */
export async function loadListing(strategy: StrategyId): Promise<StrategyListing> {
	const load = LISTINGS[`../core/strategies/${strategy}/code.ts`];
	if (load === undefined) throw new RangeError(`there is no listing of ${strategy}`);
	return load();
}
