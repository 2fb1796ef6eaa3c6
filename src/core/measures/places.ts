import type { StrategyShape } from '../strategies/plan';

/**
 * Where things are, as places in the order of the plan's stations. Exits follow the stations; -1
 * stands for a place that the strategy does not have.
 */
export interface Places {
	readonly source: number;
	readonly producer: number;
	/** The store that the workers take from. */
	readonly lastStore: number;
	readonly holders: number;
	readonly done: number;
	readonly exits: { readonly dropped: number; readonly refused: number; readonly lost: number };
}

/** The places of a plan. */
export function placesOf(shape: StrategyShape): Places {
	const kinds = shape.stations.map((station) => station.kind);
	const exit = (id: string) => {
		const index = shape.exits.findIndex((candidate) => candidate.id === id);
		return index < 0 ? -1 : shape.stations.length + index;
	};
	return {
		source: kinds.indexOf('source'),
		producer: kinds.indexOf('producer'),
		lastStore: kinds.lastIndexOf('store'),
		holders: kinds.indexOf('holders'),
		done: kinds.indexOf('done'),
		exits: { dropped: exit('dropped'), refused: exit('refused'), lost: exit('lost') }
	};
}
