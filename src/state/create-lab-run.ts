import type { Scenario } from '../core/scenario/scenario';
import { startWorker } from '../engine/start-worker';
import { Conversation } from './conversation';
import { EngineHost } from './engine-host';
import { screenClock } from './frame-clock';
import { LabRun } from './lab-run.svelte';

/** A run on this page, with an engine in a Web Worker of its own. */
export function createLabRun(scenario: Scenario, speed: number, isStill: () => boolean): LabRun {
	const conversation = new Conversation(new EngineHost(startWorker));
	return new LabRun(conversation, scenario, speed, { clock: screenClock, isStill });
}
