import { startWorker } from '../engine/start-worker';
import type { Address } from './address';
import { Conversation } from './conversation';
import { EngineHost } from './engine-host';
import { screenClock } from './frame-clock';
import { LabRun } from './lab-run.svelte';

/** A run on this page, with an engine in a Web Worker of its own. */
export function createLabRun({ preset, scenario }: Address, isStill: () => boolean): LabRun {
	const conversation = new Conversation(new EngineHost(startWorker));
	return new LabRun(conversation, preset, scenario, { clock: screenClock, isStill });
}
