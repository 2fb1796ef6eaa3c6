import type { StrategyShape } from './plan';

/**
 * Where things are, as places in the order of the plan's stations. Exits follow the stations; -1
 * stands for a place that the strategy does not have.
 */
export interface Places {
	readonly source: number;
	/** Where the message in hand is: at the producer, at the bucket, or still at the source. */
	readonly producer: number;
	/** The last store on the way down. */
	readonly lastStore: number;
	/** Where a message is just before its service: in the last store, or among those who hold. */
	readonly beforeService: number;
	readonly holders: number;
	readonly done: number;
	readonly exits: ReadonlyMap<string, number>;
}

/** The places of a plan. */
export function placesOf({ stations, exits }: StrategyShape): Places {
	const kinds = stations.map((station) => station.kind);
	const source = kinds.indexOf('source');
	const holders = kinds.indexOf('holders');
	const lastStore = kinds.lastIndexOf('store');
	const station = stations[holders];
	const isHeldBefore = station?.kind === 'holders' && station.queue;
	return {
		source,
		producer: Math.max(kinds.indexOf('producer'), kinds.indexOf('bucket'), source),
		lastStore,
		beforeService: isHeldBefore ? holders : lastStore,
		holders,
		done: kinds.indexOf('done'),
		exits: new Map(exits.map(({ id }, index) => [id, stations.length + index]))
	};
}
