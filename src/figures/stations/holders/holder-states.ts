import type { Frame } from '../../../engine/protocol';
import { permitsLeaked } from '../../held-back';
import { readingOf } from '../../words/fill-words';

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
	const first = frame.markStart[station] ?? 0;
	return Array.from({ length: places }, (_, place) => {
		const start = frame.service[2 * place] ?? Number.NaN;
		const end = frame.service[2 * place + 1] ?? Number.NaN;
		if (!Number.isNaN(start)) {
			const progress = end === start ? 1 : (frame.time - start) / (end - start);
			return { state: 'busy', progress: Math.min(1, Math.max(0, progress)) };
		}
		const message =
			first + place < (frame.markStart[station + 1] ?? 0) ? frame.marks[first + place] : -1;
		if (message === undefined || message === -1) return FREE;
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
	const all = Math.min(here, readingOf(frame, 'now.tasksWaiting') || 0);
	const busy = Math.min(places, here - all);
	const waiting = Math.min(places - busy, all);
	const leaked = Math.min(places - busy - waiting, permitsLeaked(frame));
	return { busy, waiting, leaked, free: places - busy - waiting - leaked };
}

/** Messages that are held beyond the places that are drawn. Pure. */
export function heldBeyond(frame: Frame, places: number): number {
	return Math.max(0, (readingOf(frame, 'now.permitsHeld') || 0) - places);
}
