import type { Component } from 'svelte';
import type { LiveStation, LiveStationOf } from '../live-plan';
import BucketStation from './bucket/BucketStation.svelte';
import DoneStation from './DoneStation.svelte';
import DemandStation from './demand/DemandStation.svelte';
import type { Drawing } from './drawing';
import HoldersStation from './holders/HoldersStation.svelte';
import ProducerStation from './ProducerStation.svelte';
import SourceStation from './SourceStation.svelte';
import StoreStation from './store/StoreStation.svelte';

type Kind = LiveStation['kind'];

/** The drawing of each kind of station. A new kind is one component here, and one footprint. */
const DRAWINGS: { readonly [K in Kind]: Component<Drawing<LiveStationOf<K>>> } = {
	source: SourceStation,
	producer: ProducerStation,
	bucket: BucketStation,
	store: StoreStation,
	demand: DemandStation,
	holders: HoldersStation,
	done: DoneStation
};

/** The component that draws a station. */
export function drawingOf(station: LiveStation): Component<Drawing> {
	// Entry K of the table draws stations of kind K, which TypeScript cannot follow through the lookup.
	return DRAWINGS[station.kind] as Component<Drawing>;
}
