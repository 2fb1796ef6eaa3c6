import { LEVELS } from '../../core/measures/series';
import { countOf } from '../../core/plan/count-of';
import type { StrategyShape } from '../../core/plan/plan';
import type { Run } from '../../core/run/run';
import type { StationGauges } from '../../core/strategies/strategy';
import type { Frame } from '../protocol';
import { readLevel } from './read-level';

/** How the stations of a run stand, beside the messages in them. */
export type StationsNow = Pick<Frame, 'limits' | 'crossing' | 'levels' | 'shut' | 'dead' | 'kept'>;

type ShapeOfStation = StrategyShape['stations'][number];

/**
 * What can be held, what is shut and what is over in a run at its present time. Does not change the
 * run.
 */
export function stationsNow(run: Run, readings: Float64Array): StationsNow {
	const { consumer, ledger, places, shape } = run.world;
	const { holders, stations = {}, stores } = run.mechanism;
	const told = shape.stations.map(({ id }): StationGauges => stations[id] ?? {});
	const ahead = aheadOfHand(run);
	return {
		limits: Float64Array.from(shape.stations, (station, place) => {
			return told[place]?.limit?.() ?? limitOf(run, station, place, readings);
		}),
		crossing: Float64Array.from(shape.stations, (_, place) => {
			return stores.find((store) => store.place === place)?.crossing?.time ?? 0;
		}),
		levels: Float64Array.from(LEVELS, (key) => readLevel(run, key)),
		shut: Uint8Array.from(shape.stations, (_, place) => {
			return Number(told[place]?.isShut?.() ?? (place === ahead && ledger.heldBack.isHeld));
		}),
		dead: Uint8Array.from(shape.stations, (_, place) => {
			return Number(told[place]?.isDead?.() ?? (place === places.holders && consumer.isDead));
		}),
		kept: Uint32Array.from(shape.stations, (_, place) => {
			return place === places.holders ? (holders?.kept ?? 0) : 0;
		})
	};
}

/** What the shape names, unless the store itself has a limit. */
function limitOf(
	{ mechanism, settings }: Run,
	station: ShapeOfStation,
	place: number,
	readings: Float64Array
): number {
	switch (station.kind) {
		case 'store': {
			const store = mechanism.stores.find((candidate) => candidate.place === place);
			if (store !== undefined && store.capacity < Infinity) return store.capacity;
			const { capacity } = station;
			return capacity === null ? Infinity : countOf(capacity, settings, readings);
		}
		case 'holders':
			return countOf(station.count, settings, readings);
		case 'bucket':
		case 'demand':
			return countOf(station.capacity, settings, readings);
		case 'source':
		case 'producer':
		case 'done':
			return Number.NaN;
	}
}

/** The station that the message in hand would enter next; the hand may be in front of a bucket. */
function aheadOfHand({ world }: Run): number {
	const { places, shape } = world;
	const hand = shape.stations[places.producer];
	if (hand?.kind === 'bucket') return places.producer;
	const pipe = shape.pipes.find(({ from }) => from === hand?.id);
	return shape.stations.findIndex(({ id }) => id === pipe?.to);
}
