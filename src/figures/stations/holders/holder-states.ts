import type { Frame } from '../../../engine/protocol';
import { marksAt, readingOf } from '../../frame-says';

/**
 * What a place at a holders station is about. `busy`: a worker is at its message. `waiting`: its
 * message waits for a worker. `leaked`: it is kept for a task that is over. `free`: nobody is there.
 */
export type HolderState = 'busy' | 'waiting' | 'leaked' | 'free';

/** One place at a holders station. */
export interface HolderView {
	readonly state: HolderState;
	/** How far the service of its message is, in [0, 1]; 0 while there is none. */
	readonly progress: number;
}

const FREE: HolderView = { state: 'free', progress: 0 };
const WAITING: HolderView = { state: 'waiting', progress: 0 };
const LEAKED: HolderView = { state: 'leaked', progress: 0 };

/** The first so many places of a frame's holders station, at most those of the frame. Pure. */
export function holderViews(frame: Frame, station: number, places: number): HolderView[] {
	const marks = marksAt(frame, station);
	return Array.from({ length: places }, (_, place) => {
		const start = frame.service[2 * place] ?? Number.NaN;
		const end = frame.service[2 * place + 1] ?? Number.NaN;
		if (!Number.isNaN(start)) {
			const progress = end === start ? 1 : (frame.time - start) / (end - start);
			return { state: 'busy', progress: Math.min(1, Math.max(0, progress)) };
		}
		const message = marks[place] ?? -1;
		if (message === -1) return FREE;
		return message < 0 ? LEAKED : WAITING;
	});
}

/** How many places are in each state, for a crowd that is not drawn one by one. Pure. */
export function holderCounts(
	frame: Frame,
	station: number,
	places: number
): Readonly<Record<HolderState, number>> {
	const here = frame.counts[station] ?? 0;
	const busy = Math.min(places, here, readingOf(frame, 'counts.inService'));
	const waiting = Math.min(places - busy, here - busy);
	const leaked = Math.min(places - busy - waiting, frame.kept[station] ?? 0);
	return { busy, waiting, leaked, free: places - busy - waiting - leaked };
}

/**
 * How many hold a place that is no more, because there are fewer now, or that never was, because
 * nobody asked for one. Pure.
 */
export function heldBeyond(frame: Frame, station: number, places: number): number {
	const held = (frame.counts[station] ?? 0) + (frame.kept[station] ?? 0);
	return Math.max(0, held - places);
}
