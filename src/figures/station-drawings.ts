import type { Component } from 'svelte';
import type { Station } from '../core/strategies/plan';
import type { Drawing } from './drawing';
import DoneStation from './stations/DoneStation.svelte';
import HoldersStation from './stations/HoldersStation.svelte';
import ProducerStation from './stations/ProducerStation.svelte';
import SourceStation from './stations/SourceStation.svelte';
import StoreStation from './stations/StoreStation.svelte';

type Kind = Station['kind'];
type DrawingOf<K extends Kind> = Drawing<Extract<Station, { readonly kind: K }>>;

/** The drawing of each kind of station. A new kind is one component, named here. */
const DRAWINGS: { readonly [K in Kind]?: Component<DrawingOf<K>> } = {
	source: SourceStation,
	producer: ProducerStation,
	store: StoreStation,
	holders: HoldersStation,
	done: DoneStation
};

/**
 * The component that draws a station.
 * @throws {RangeError} if there is none for its kind yet.
 */
export function drawingOf(station: Station): Component<Drawing> {
	const drawing = DRAWINGS[station.kind];
	if (drawing === undefined) throw new RangeError(`the figure cannot draw a ${station.kind} yet`);
	// Entry K of the table draws stations of kind K, which TypeScript cannot follow through the lookup.
	return drawing as Component<Drawing>;
}
