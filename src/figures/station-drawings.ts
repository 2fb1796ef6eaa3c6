import type { Component } from 'svelte';
import type { Station } from '../core/strategies/plan';
import type { Drawing } from './drawing';
import BucketStation from './stations/BucketStation.svelte';
import DemandStation from './stations/DemandStation.svelte';
import DoneStation from './stations/DoneStation.svelte';
import HoldersStation from './stations/HoldersStation.svelte';
import ProducerStation from './stations/ProducerStation.svelte';
import SourceStation from './stations/SourceStation.svelte';
import StoreStation from './stations/StoreStation.svelte';

type Kind = Station['kind'];
type DrawingOf<K extends Kind> = Drawing<Extract<Station, { readonly kind: K }>>;

/** The drawing of each kind of station. A new kind is one component, named here. */
const DRAWINGS: { readonly [K in Kind]: Component<DrawingOf<K>> } = {
	source: SourceStation,
	producer: ProducerStation,
	bucket: BucketStation,
	demand: DemandStation,
	store: StoreStation,
	holders: HoldersStation,
	done: DoneStation
};

/** The component that draws a station. */
export function drawingOf(station: Station): Component<Drawing> {
	// Entry K of the table draws stations of kind K, which TypeScript cannot follow through the lookup.
	return DRAWINGS[station.kind] as Component<Drawing>;
}
