import type { Component } from 'svelte';
import type { Station } from '../core/plan/plan';
import type { Drawing } from './drawing';

type Kind = Station['kind'];
type DrawingOf<K extends Kind> = Drawing<Extract<Station, { readonly kind: K }>>;

/** The drawings of the kinds of stations that a page shows. */
export type StationDrawings = { readonly [K in Kind]?: Component<DrawingOf<K>> };

/**
 * The component that draws a station.
 * @throws {RangeError} if the page has none for its kind.
 */
export function drawingOf(drawings: StationDrawings, station: Station): Component<Drawing> {
	// Entry K of the table draws stations of kind K, which TypeScript cannot follow through the lookup.
	const drawing = drawings[station.kind] as Component<Drawing> | undefined;
	if (drawing === undefined) throw new RangeError(`no drawing of a ${station.kind}`);
	return drawing;
}
