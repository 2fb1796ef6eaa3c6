import type { Nanoseconds } from '../../core/kernel/time';
import type { Frame, Target } from '../../engine/protocol';
import type { PlayedRun } from './played-run.svelte';

/** The picture of each run that came. */
export type Meeting = ReadonlyMap<PlayedRun, Frame>;

/** How a meeting is held. */
export interface Invitation {
	/** How far back the moves of the pictures reach. */
	readonly window: Nanoseconds;
	/** Once it says no, nobody waits for the others any more. */
	readonly isWanted: () => boolean;
	/** Told after each round: what all have so far. */
	readonly onround?: (frames: Meeting) => void;
}

/**
 * Waits until each run has come to its target, asking those that have not for slice after slice. A run
 * that fails on the way is left out. Null if the meeting is not wanted any more.
 */
export async function meet(
	targets: ReadonlyMap<PlayedRun, Target>,
	{ window, isWanted, onround }: Invitation
): Promise<Meeting | null> {
	const frames = new Map<PlayedRun, Frame>();
	let awaited = [...targets];
	while (awaited.length > 0) {
		const answers = await Promise.all(
			awaited.map(async ([run, target]) => [run, target, await run.fetch(target, window)] as const)
		);
		if (!isWanted()) return null;
		for (const [run, , frame] of answers) if (frame !== null) frames.set(run, frame);
		onround?.(frames);
		awaited = answers.flatMap(([run, target, frame]) =>
			frame === null || hasArrived(frame) ? [] : [[run, target]]
		);
	}
	return frames;
}

/**
 * Takes all runs toward a time, and has them meet where the one that got furthest in its first slice
 * stands: nobody goes back. The second value is how far the slowest came in that slice, null if nobody
 * had to be waited for.
 */
export async function meetOnTheWay(
	runs: readonly PlayedRun[],
	from: Nanoseconds,
	to: Nanoseconds,
	invitation: Invitation
): Promise<readonly [frames: Meeting, slowest: Nanoseconds | null] | null> {
	const first = new Map<PlayedRun, Frame>();
	const answers = await Promise.all(
		runs.map((run) => run.fetch({ kind: 'time', time: to }, invitation.window))
	);
	if (!invitation.isWanted()) return null;
	answers.forEach((frame, index) => {
		const run = runs[index];
		if (run !== undefined && frame !== null) first.set(run, frame);
	});
	const time = Math.max(from, ...[...first.values()].map((frame) => frame.time));
	const behind = [...first].filter(
		([, frame]) => frame.time < time && !frame.ended && frame.stopped === null
	);
	if (behind.length === 0) return [first, null];
	const targets = new Map(behind.map(([run]) => [run, { kind: 'time', time } as const]));
	const rest = await meet(targets, invitation);
	if (rest === null) return null;
	const slowest = Math.min(...behind.map(([, frame]) => frame.time - from));
	return [new Map([...first, ...rest]), slowest];
}

/** Whether there is nothing more to wait for. */
export function hasArrived({ arrived, stopped }: Frame): boolean {
	return arrived || stopped !== null;
}
