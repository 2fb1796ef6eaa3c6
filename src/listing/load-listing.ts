import type { StrategyListing } from './listing';

const LISTINGS = import.meta.glob<StrategyListing>(
	'../core/strategies/{no-backpressure,bounded-concurrency,reactive-streams,producer-throttling,small-buffers}.ts',
	{ query: '?listing', import: 'default' }
);

/**
 * The code of the strategy in the file of that name, fetched when it is first asked for.
 * @throws {RangeError} if there is none.
 */
export async function loadListing(file: string): Promise<StrategyListing> {
	const load = LISTINGS[`../core/strategies/${file}`];
	if (load === undefined) throw new RangeError(`there is no listing of ${file}`);
	return load();
}
