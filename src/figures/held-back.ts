import type { Frame } from '../engine/protocol';
import { readingOf } from './words';

/** Whether the producer has a message in hand that cannot go on. Pure. */
export function isHeldBack(frame: Frame): boolean {
	return !Number.isNaN(readingOf(frame, 'now.heldBackFor'));
}

/** Whether the consumer died: messages were lost with it and nobody works any more. Pure. */
export function isDead(frame: Frame): boolean {
	return readingOf(frame, 'counts.lost') > 0 && frame.service.every(Number.isNaN);
}
