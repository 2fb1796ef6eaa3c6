import type { Address } from '../address/address';
import { Conversation } from '../host/conversation';
import { EngineHost } from '../host/engine-host';
import { ENGINE_LADDER } from '../host/engine-ladder';
import { screenClock } from './frame-clock';
import { Playback } from './playback.svelte';
import { PlayedRun } from './played-run.svelte';

/** A player of these runs on this page, with one engine for all of them. */
export function createPlayback(
	addresses: readonly Pick<Address, 'preset' | 'scenario'>[],
	speed: number,
	isStill: () => boolean
): Playback {
	const host = new EngineHost(ENGINE_LADDER);
	const runs = addresses.map(
		({ preset, scenario }) => new PlayedRun(new Conversation(host), preset, scenario)
	);
	const playback = new Playback(runs, speed, { clock: screenClock, isStill });
	host.onfallback = (sentence) => playback.note(sentence);
	return playback;
}
