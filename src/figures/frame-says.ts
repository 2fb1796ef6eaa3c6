import { READING_KEYS, type ReadingKey } from '../core/measures/reading-keys';
import type { StationState } from '../core/plan/plan';
import type { Frame } from '../engine/protocol';

/** The value of a reading in a frame; NaN if it does not exist yet. Pure. */
export function readingOf(frame: Frame, key: ReadingKey): number {
	return frame.readings[READING_KEYS.indexOf(key)] ?? Number.NaN;
}

/** Whether the producer has a message in hand that cannot go on. Pure. */
export function isHeldBack(frame: Frame): boolean {
	return !Number.isNaN(readingOf(frame, 'now.heldBackFor'));
}

/** The states in which a station is. Pure. */
export function statesAt(frame: Frame, station: number): StationState[] {
	const { shut, kept, dead } = frame;
	const told = { shut, leaking: kept, dead } as const;
	return (['shut', 'leaking', 'dead'] as const).filter((state) => (told[state][station] ?? 0) > 0);
}

/** Messages at a station, by number, the one that leaves next first; at most those of the frame. */
export function marksAt(frame: Frame, station: number): Int32Array {
	return frame.marks.subarray(frame.markStart[station], frame.markStart[station + 1]);
}
