import type { Nanoseconds } from '../../core/kernel/time';
import type { Scenario } from '../../core/scenario/scenario';
import type { Frame } from '../../engine/protocol';
import { hasArrived, type Invitation, type Meeting } from './meeting';
import type { PlayedRun } from './played-run.svelte';

/** What runs would be if a knob were turned. */
export type Wish = ReadonlyMap<PlayedRun, Scenario>;

/**
 * Waits until there is a picture of each run as it would be at `time`. The latest wish counts as long
 * as no picture has come, since the way to all of them is the same. A run that fails is left out. Null
 * if nobody waits any more.
 */
export async function meetInAGlimpse(
	latest: () => Wish,
	time: Nanoseconds,
	{ window, isWanted }: Invitation
): Promise<readonly [wish: Wish, frames: Meeting] | null> {
	const frames = new Map<PlayedRun, Frame>();
	let wish = latest();
	let awaited = [...wish];
	while (awaited.length > 0) {
		const answers = await Promise.all(
			awaited.map(async ([run, scenario]) => {
				return [run, scenario, await run.glimpse(scenario, time, window)] as const;
			})
		);
		if (!isWanted()) return null;
		for (const [run, , frame] of answers) {
			if (frame !== null && hasArrived(frame)) frames.set(run, frame);
		}
		if (frames.size === 0) wish = latest();
		const failed = new Set(answers.flatMap(([run, , frame]) => (frame === null ? [run] : [])));
		awaited = awaited.flatMap(([run]) => {
			const scenario = frames.has(run) || failed.has(run) ? undefined : wish.get(run);
			return scenario === undefined ? [] : [[run, scenario]];
		});
	}
	return [wish, frames];
}
