import type { StationDrawings } from './station-drawings';
import DoneStation from './stations/DoneStation.svelte';
import HoldersStation from './stations/HoldersStation.svelte';
import ProducerStation from './stations/ProducerStation.svelte';
import SourceStation from './stations/SourceStation.svelte';
import StoreStation from './stations/StoreStation.svelte';

/** What a strategy is drawn with that has buffers and workers, and nothing else. */
export const DRAWINGS_OF_BUFFERS = {
	source: SourceStation,
	producer: ProducerStation,
	store: StoreStation,
	holders: HoldersStation,
	done: DoneStation
} satisfies StationDrawings;
