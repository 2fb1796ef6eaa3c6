import { DRAWINGS_OF_BUFFERS } from './drawings-of-buffers';
import type { StationDrawings } from './station-drawings';
import BucketStation from './stations/BucketStation.svelte';
import DemandStation from './stations/DemandStation.svelte';

/** The drawing of each kind of station. A new kind is one component, named here. */
export const EVERY_DRAWING: Required<StationDrawings> = {
	...DRAWINGS_OF_BUFFERS,
	bucket: BucketStation,
	demand: DemandStation
};
