import type { Component } from 'svelte';
import type { LiveStation, LiveStationOf } from '../live-plan';
import BucketStation from './bucket/BucketStation.svelte';
import DoneStation from './DoneStation.svelte';
import DemandStation from './demand/DemandStation.svelte';
import type { DrawingProps } from './drawing-props';
import HoldersStation from './holders/HoldersStation.svelte';
import ProducerStation from './ProducerStation.svelte';
import SourceStation from './SourceStation.svelte';
import StoreStation from './store/StoreStation.svelte';

type Kind = LiveStation['kind'];

/** The drawing of each kind of station. */
const DRAWINGS: { readonly [K in Kind]: Component<DrawingProps<LiveStationOf<K>>> } = {
	source: SourceStation,
	producer: ProducerStation,
	bucket: BucketStation,
	store: StoreStation,
	demand: DemandStation,
	holders: HoldersStation,
	done: DoneStation
};

/** The component that draws a station. */
export function drawingOf(station: LiveStation): Component<DrawingProps> {
	// Entry K of the table draws stations of kind K, which TypeScript cannot follow through the lookup.
	return DRAWINGS[station.kind] as Component<DrawingProps>;
}
